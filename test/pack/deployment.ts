/**
 * A deployment of someone who uses the packed package: it brings servers to what the package expects, twice, and prints what
 * was made, what was left, and what differs in the end. JavaScript, as a deployment's script may be.
 */
export const deployment: string = `import { S3Client } from '@aws-sdk/client-s3'
import {
  applyBuckets,
  applyCollections,
  applySchema,
  verifyBuckets,
  verifyCollections,
  verifySchema,
} from '@leadmetrics/provider-db'
import mongoose from 'mongoose'
import pg from 'pg'

const postgres = new pg.Client({ connectionString: process.env.POSTGRES })
await postgres.connect()
const connection = mongoose.createConnection(process.env.MONGO)
const client = new S3Client({ endpoint: process.env.S3, region: process.env.S3_SIGNING_REGION, forcePathStyle: true })

const told = ({ steps, differences }) => ({
  made: steps.filter(({ action, place }) => action === 'create' && /^(migration|collection|bucket) /.test(place)).map(({ place }) => place),
  left: differences.map(({ place, fact, wanted, found }) => [place, fact, wanted, found]),
})
const twice = async (apply, verify) => ({ first: told(await apply()), second: told(await apply()), drift: await verify() })

const said = {
  postgres: await twice(() => applySchema(postgres), () => verifySchema(postgres)),
  mongo: await twice(() => applyCollections(connection), () => verifyCollections(connection)),
  s3: await twice(() => applyBuckets(client), () => verifyBuckets(client)),
}
console.log(JSON.stringify(said))
await Promise.all([postgres.end(), connection.close()])
client.destroy()
`
