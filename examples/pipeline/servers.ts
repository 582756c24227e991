import { startMongoDouble } from '../../test/support/servers/mongo-double.ts'
import { startEmbeddedPostgres } from '../../test/support/servers/postgres-embedded.ts'
import { findRadosgw, startRadosgw } from '../../test/support/servers/radosgw.ts'
import type { S3Endpoint } from '../../test/support/servers/s3-endpoint.ts'
import { startS3rver } from '../../test/support/servers/s3rver.ts'

/** Servers of this run alone, with all that is in them gone at its end. */
export interface Servers {
  /** Of a superuser. */
  readonly postgresUrl: string
  readonly mongoUrl: string
  readonly s3: S3Endpoint
  /** Whether S3 enforces locks; the small stand-in does not know them. */
  readonly locks: boolean
  /** What was started, for people. */
  readonly names: readonly string[]
  stop(): Promise<void>
}

/** Starts PostgreSQL from the binaries of npm, a double of MongoDB, and radosgw where there is one, else s3rver. */
export async function startServers(): Promise<Servers> {
  const started: { stop(): Promise<void> }[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(started.splice(0).map((server) => server.stop()))
  }
  try {
    const postgres = await startEmbeddedPostgres()
    started.push(postgres)
    const mongo = await startMongoDouble()
    started.push(mongo)
    const { path } = findRadosgw()
    const s3 = path === undefined ? await startS3rver() : await startRadosgw(path)
    started.push(s3)
    return {
      postgresUrl: postgres.url,
      mongoUrl: mongo.url.replace('/?', '/example?'),
      s3: s3.endpoint,
      locks: path !== undefined,
      names: ['PostgreSQL (embedded)', 'the double of MongoDB', s3.endpoint.server],
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
