import type { PrismaPg } from '@prisma/adapter-pg'
import type { Connection } from 'mongoose'
import type { Description } from '../description/description.ts'
import type { Logger } from '../observe/logger.ts'
import type { RetryOptions } from '../retry/retrying.ts'
import type { KeyProvider } from '../secrets/key-provider.ts'
import type { Stores } from '../stores/stores.ts'

/** What generated code brings. */
export interface ProviderParts {
  readonly description: Description
  /** Prisma's client on a pool of connections; absent where the spec has no table. */
  prismaClient?(adapter: PrismaPg): object
  /** The Mongoose models of a connection by name; absent where the spec has no collection. */
  models?(connection: Connection): object
}

export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * Where the stores are and how they are used. What is absent is read from the environment variables that the spec names;
 * credentials of S3 then come from where the AWS SDK looks for them.
 */
export interface ProviderOptions {
  /** `postgresql://user:password@host:port/database`; the login may take on the application's role. */
  readonly postgresUrl?: string
  /** A login that may take on the roles of the system and of the loader; the same as `postgresUrl` where absent. */
  readonly systemPostgresUrl?: string
  readonly mongoUrl?: string
  /**
   * A login that may also remove from collections that are only ever added to, for scopes of the system and for upkeep; the
   * same as `mongoUrl` where absent.
   */
  readonly systemMongoUrl?: string
  readonly s3?: {
    readonly endpoint?: string
    readonly region?: string
    readonly credentials?: S3Credentials
    readonly pathStyle?: boolean
    /** Real names by the spec's. */
    readonly buckets?: Readonly<Record<string, string>>
    /** Milliseconds that a lock lasts, where `STOWAGE_ENV` is set and is not `production`; only shorter than the spec's. */
    readonly retain?: number
  }
  /** For fields that are kept as ciphertext. */
  readonly keys?: KeyProvider
  /** None by default. */
  readonly logger?: Logger
  readonly pool?: {
    /** Most connections to PostgreSQL, and to MongoDB; 10. */
    readonly max?: number
  }
  readonly timeouts?: Partial<Timeouts>
  readonly retries?: Partial<RetryOptions>
  /** For tests: the time, and what is to stand between the data layer and its stores. */
  readonly now?: () => Date
  readonly stores?: (stores: Stores) => Stores
}

/** Milliseconds. */
export interface Timeouts {
  /** Until a connection stands: 5,000. */
  readonly connectMs: number
  /** A statement of PostgreSQL: 10,000. */
  readonly statementMs: number
  /** A transaction of PostgreSQL, `db.transaction` included: 15,000. */
  readonly transactionMs: number
  /** An operation of MongoDB: 10,000. */
  readonly operationMs: number
  /** A request to S3, until its answer begins: 30,000. */
  readonly requestMs: number
  /** For work that is running when the provider is closed: 10,000. */
  readonly closeMs: number
}

export const defaultTimeouts: Timeouts = {
  connectMs: 5_000,
  statementMs: 10_000,
  transactionMs: 15_000,
  operationMs: 10_000,
  requestMs: 30_000,
  closeMs: 10_000,
}
