import { DoubleServer } from './server/server.ts'

export interface MongoDoubleOptions {
  /** 0, which it is without a wish, takes a free one. */
  readonly port?: number
  /** Whether clients must log in. Without a wish they need not; otherwise anybody may create the first user. */
  readonly requiresAuthentication?: boolean
  /** How often expired documents are removed; MongoDB does so every 60 seconds. */
  readonly sweepSeconds?: number
}

export interface MongoDouble {
  /** `mongodb://127.0.0.1:port/?replicaSet=rs0` */
  readonly uri: string
  /** Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts a test double of MongoDB 7: it speaks the wire protocol and keeps everything in memory. It poses as a replica
 * set of one node, and `buildInfo` names the module `test-double`, so that nobody takes it for MongoDB. What it cannot
 * do it refuses with 59 (CommandNotFound) or 238 (NotImplemented).
 */
export async function startMongoDouble(options: MongoDoubleOptions = {}): Promise<MongoDouble> {
  const { port = 0, requiresAuthentication = false, sweepSeconds = 1 } = options
  const server = await DoubleServer.listen({ port, requiresAuthentication, sweepSeconds })
  return { uri: server.uri, stop: () => server.stop() }
}
