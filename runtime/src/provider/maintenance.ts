import type { CollectOptions, CollectReport } from '../collect/collect.ts'
import type { Fsck } from '../fsck/fsck.ts'
import type { DrainOptions, DrainReport } from '../relay/drain.ts'
import type { RotateOptions, RotateReport } from '../secrets/rotate.ts'
import type { FsckRequest } from './fsck-during.ts'

/** What keeps the stores in order. Runs beside the application or in a job of its own. */
export interface Maintenance {
  readonly relay: {
    /** Delivers what life cycles have moved to the audit log, until nothing waits. */
    drain(options?: DrainOptions): Promise<DrainReport>
  }
  /** Removes what interrupted operations left, and what deletes left once its time is over. May run beside writers. */
  collect(options?: CollectOptions): Promise<CollectReport>
  /** Whether what is kept in several stores fits together: findings one by one. Changes nothing unless told to repair. */
  fsck(options?: FsckRequest): Fsck
  /** Seals anew, under the current key, what is sealed under an older one. @throws Forbidden where there are no keys */
  rotateSecrets(options?: RotateOptions): Promise<RotateReport>
  /** Waits for what is running, up to `timeouts.closeMs`; then everything throws Closed. May be called again. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
