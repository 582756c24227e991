import type { Pool } from 'pg'
import type { Observer } from '../scoped/observer.ts'
import type { PrismaDelegate } from '../stores/postgres.ts'
import { watch } from './frame.ts'

/** What is used of a transaction of Prisma's client. */
export interface PrismaTransaction {
  $queryRawUnsafe(text: string, ...values: readonly unknown[]): Promise<unknown>
}

/** What is used of Prisma's client itself. */
export interface PrismaClientLike {
  $transaction<T>(
    work: (transaction: PrismaTransaction) => Promise<T>,
    options: { readonly maxWait: number; readonly timeout: number },
  ): Promise<T>
  $disconnect(): Promise<void>
}

export interface ConnectionOptions {
  readonly url: string
  readonly maxConnections: number
  readonly connectMs: number
  /** Makes Prisma's client of its adapter. */
  readonly client: (adapter: unknown) => unknown
  readonly observer: Observer
}

/** A pool, and the client on it. */
export interface Connection {
  readonly pool: Pool
  readonly prisma: PrismaClientLike
  close(): Promise<void>
}

/** Opens no connection yet: the pool does so when it is asked for one. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { url, maxConnections, connectMs, client, observer } = options
  const [{ default: pg }, { PrismaPg }] = await Promise.all([import('pg'), import('@prisma/adapter-pg')])
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
  })
  pool.on('connect', watch)
  // Without a listener the loss of an idle connection would end the process; the pool makes another one.
  pool.on('error', () => observer.log('warning', 'postgres: an idle connection was lost'))
  const adapter = new PrismaPg(pool)
  await demandSamePg(adapter, pool)
  const prisma = client(adapter) as PrismaClientLike
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Of two copies of `pg` the adapter would take the pool for settings, and connect to a server of its own choice. */
async function demandSamePg(
  factory: { connect(): Promise<{ underlyingDriver(): unknown; dispose(): Promise<void> }> },
  pool: Pool,
): Promise<void> {
  const adapter = await factory.connect()
  const isSame = adapter.underlyingDriver() === pool
  await adapter.dispose()
  if (!isSame) throw new TypeError('pg is installed twice: once for the application and once for @prisma/adapter-pg')
}

/** A model of the client within a transaction. The description names it, so it is there. */
export function delegateOf(transaction: PrismaTransaction, name: string): PrismaDelegate {
  const delegate = (transaction as unknown as Readonly<Record<string, PrismaDelegate | undefined>>)[name]
  if (delegate === undefined) throw new TypeError(`Prisma's client has no model ${name}`)
  return delegate
}
