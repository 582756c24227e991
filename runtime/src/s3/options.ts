import type { Description } from '../description/description.ts'
import type { RetryOptions } from '../retry/retrying.ts'
import type { Observer } from '../scoped/observer.ts'

/** How S3 is reached and used. */
export interface S3Options {
  readonly description: Description
  /** Absent: AWS. */
  readonly endpoint?: string
  readonly region?: string
  /** Absent: where the AWS SDK looks for them. */
  readonly credentials?: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  }
  readonly pathStyle: boolean
  /** Milliseconds: until a connection stands; until an answer begins, and between two pieces of its body. */
  readonly timeouts: { readonly connectMs: number; readonly requestMs: number }
  readonly retries: RetryOptions
  readonly observer: Observer
  /**
   * Milliseconds that a lock lasts instead of what the spec says: only where `STOWAGE_ENV` is set and is not
   * `production`, only shorter, and said in the log.
   */
  readonly retain?: number
}

/** What of the options is needed where a client is there already. */
export type StoreOptions = Pick<S3Options, 'retries' | 'observer' | 'retain'>
