import type { Scope } from './scope.ts'

/** One connection or transaction. */
export interface Sql {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** What is used of a model of Prisma's client. */
export interface PrismaDelegate {
  findFirst(args: object): Promise<Record<string, unknown> | null>
  findMany(args: object): Promise<Record<string, unknown>[]>
  count(args: object): Promise<unknown>
  aggregate(args: object): Promise<unknown>
  groupBy(args: object): Promise<unknown>
  create(args: object): Promise<Record<string, unknown>>
  createMany(args: object): Promise<{ count: number }>
  createManyAndReturn(args: object): Promise<Record<string, unknown>[]>
  update(args: object): Promise<Record<string, unknown>>
  updateMany(args: object): Promise<{ count: number }>
  updateManyAndReturn(args: object): Promise<Record<string, unknown>[]>
  deleteMany(args: object): Promise<{ count: number }>
}

/** A transaction in a scope: the role is taken on and the tenant is set for as long as it lasts. */
export interface Session extends Sql {
  readonly scope: Scope
  /** A model of Prisma's client, within the transaction. */
  delegate(name: string): PrismaDelegate
}

export interface TransactionOptions {
  /** Milliseconds until it is rolled back. */
  readonly timeoutMs?: number
  /** Whether it only reads: it may then be tried again. */
  readonly readOnly?: boolean
}

/** PostgreSQL. Each call of `run` is a short transaction of its own; no connection is held between calls. */
export interface PostgresStore {
  run<T>(scope: Scope, work: (session: Session) => Promise<T>, options?: TransactionOptions): Promise<T>
  close(): Promise<void>
}
