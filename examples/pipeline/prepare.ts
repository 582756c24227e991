import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { applyCollections, applySchema, buckets, type ProviderOptions } from '@leadmetrics/provider-db'
import mongoose from 'mongoose'
import pg from 'pg'
import type { Servers } from './servers.ts'

/** Makes tables, roles, collections and buckets, and says where they are. In production a deployment does this. */
export async function prepareStores(servers: Servers): Promise<ProviderOptions> {
  return {
    postgresUrl: await prepareTables(servers),
    mongoUrl: await prepareCollections(servers),
    s3: {
      endpoint: servers.s3.endpoint,
      region: servers.s3.region,
      credentials: servers.s3.credentials,
      pathStyle: true,
      buckets: await prepareBuckets(servers),
      // Seven years would be long for an example.
      retain: 5_000,
    },
  }
}

/** The application's login owns nothing: it takes on the role of a scope for as long as a transaction lasts. */
async function prepareTables({ postgresUrl }: Servers): Promise<string> {
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await applySchema(client)
    await client.query(`CREATE ROLE example LOGIN PASSWORD 'example' NOSUPERUSER NOBYPASSRLS`)
    await client.query('GRANT leadmetrics_app, leadmetrics_system TO example WITH INHERIT FALSE, SET TRUE')
  } finally {
    await client.end()
  }
  const url = new URL(postgresUrl)
  url.username = 'example'
  url.password = 'example'
  return url.href
}

async function prepareCollections({ mongoUrl }: Servers): Promise<string> {
  const connection = await mongoose.createConnection(mongoUrl).asPromise()
  try {
    await applyCollections(connection, { role: false })
  } finally {
    await connection.close()
  }
  return mongoUrl
}

/** Plainer than `applyBuckets` makes them, since small servers know neither life cycles nor access blocks. */
async function prepareBuckets({ s3, locks }: Servers): Promise<Readonly<Record<string, string>>> {
  const client = new S3Client({ ...s3, forcePathStyle: true })
  const real = Object.values(buckets).map(({ name }): [string, string] => [name, `example-${name}`])
  try {
    for (const [name, Bucket] of real) {
      const { objectLockEnabled } = buckets[name as keyof typeof buckets]
      await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: locks && objectLockEnabled }))
    }
  } finally {
    client.destroy()
  }
  return Object.fromEntries(real)
}
