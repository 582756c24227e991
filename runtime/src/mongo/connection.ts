import type { Connection } from 'mongoose'
import type { RetryOptions } from '../retry/retrying.ts'
import { retrying } from '../retry/retrying.ts'
import { mongooseModule } from './driver.ts'
import { isUnavailable, mongoError } from './errors.ts'

export interface ConnectionOptions {
  readonly url: string
  readonly timeouts: { readonly connectMs: number; readonly operationMs: number }
  readonly retries: RetryOptions
  readonly maxConnections: number
}

/**
 * One connection: what is written is on a majority of the members, and only that is read. Nothing waits in a buffer for a
 * server that is not there.
 *
 * @throws Unavailable
 */
export async function connect({ url, timeouts, retries, maxConnections }: ConnectionOptions): Promise<Connection> {
  const { createConnection } = await mongooseModule()
  const { connectMs, operationMs } = timeouts
  const open = async (): Promise<Connection> => {
    const connection = createConnection(url, {
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: connectMs,
      connectTimeoutMS: connectMs,
      socketTimeoutMS: operationMs,
      waitQueueTimeoutMS: operationMs,
      maxPoolSize: maxConnections,
      retryReads: true,
      retryWrites: true,
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', wtimeoutMS: operationMs },
    })
    try {
      return await connection.asPromise()
    } catch (error) {
      await connection.destroy().catch(() => undefined)
      throw error
    }
  }
  try {
    return await retrying(open, { ...retries, isSafe: isUnavailable })
  } catch (error) {
    throw mongoError(error, {}) ?? error
  }
}
