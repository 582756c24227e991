import { randomBytes } from 'node:crypto'
import type { S3Account } from '../s3-server.ts'
import { findRadosgw, startRadosgw } from './radosgw.ts'
import { removeBuckets } from './s3-buckets.ts'
import type { S3Endpoint, S3Features } from './s3-endpoint.ts'
import { featuresOf } from './s3-features.ts'
import { givenS3 } from './s3-given.ts'
import { startS3rver } from './s3rver.ts'
import { type Lease, refuseStandIn, type Server } from './server.ts'

/** Where a server comes from, how it ends, and whether what is left on it is there for somebody else to see. */
interface Found {
  readonly endpoint: S3Endpoint
  readonly origin: string
  readonly why: readonly string[]
  readonly outlivesRun: boolean
  stop(): Promise<void>
}

const lacks: Readonly<Record<keyof S3Features, string>> = {
  locks: 'it enforces no locks',
  signatures: 'it verifies no signatures',
  policies: 'no second user was seen to be let in by a policy alone',
}

/** The server that `S3_ENDPOINT` names, else a Ceph gateway of this machine, else s3rver for plain operations. */
export async function findS3(): Promise<Server> {
  const endpoint = givenS3()
  if (endpoint !== undefined) {
    return await serving({ endpoint, origin: 'S3_ENDPOINT', why: [], outlivesRun: true, stop: async () => undefined })
  }
  const { path, missing } = findRadosgw()
  if (path !== undefined) {
    return await serving({ ...(await startRadosgw(path)), origin: 'on the PATH', why: [], outlivesRun: false })
  }
  const why = ['S3_ENDPOINT is not set', missing]
  refuseStandIn('s3rver', why)
  return await serving({ ...(await startS3rver()), origin: 'npm', why, outlivesRun: false })
}

/** A gateway for one suite on which a day of a life cycle lasts some seconds. */
export async function leaseWithFastDays(lcDaySeconds: number): Promise<Lease> {
  const { path, missing } = findRadosgw()
  if (path === undefined) throw new Error(`only radosgw can shorten the day of a life cycle: ${missing}`)
  const { endpoint, stop } = await startRadosgw(path, { lcDaySeconds })
  return { value: accountOf(endpoint, await featuresOf(endpoint, { outlivesRun: false })), end: stop }
}

async function serving({ endpoint, origin, why, outlivesRun, stop }: Found): Promise<Server> {
  try {
    const features = await featuresOf(endpoint, { outlivesRun })
    const lacking = Object.entries(lacks).flatMap(([name, lack]) => (features[name as keyof S3Features] ? [] : [lack]))
    if (kindOf(features) === 'stand-in') refuseStandIn(endpoint.server, [...why, ...lacking])
    return {
      facts: { store: 's3', product: endpoint.server, kind: kindOf(features), origin, remarks: [...why, ...lacking] },
      async lease() {
        const value = accountOf(endpoint, features)
        return { value, end: () => removeBuckets(endpoint, value.prefix, { outlivesRun }) }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What makes a server more than a stand-in is not its name. */
function kindOf({ locks, signatures }: S3Features): 'real' | 'stand-in' {
  return locks && signatures ? 'real' : 'stand-in'
}

function accountOf(endpoint: S3Endpoint, features: S3Features): Omit<S3Account, 'stop'> {
  return { ...endpoint, kind: kindOf(features), features, prefix: `t-${randomBytes(5).toString('hex')}-` }
}
