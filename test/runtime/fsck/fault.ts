import type { Finding, FindingCode } from '../../../runtime/src/fsck/finding.ts'

/** One way in which records can be unsound, and what only looks like it. */
export interface Fault {
  readonly code: FindingCode
  /** Breaks sound records of the tenant in one way; gives what the finding must name. */
  readonly plant: () => Promise<Partial<Finding>>
  /** What follows from it. */
  readonly also?: readonly FindingCode[]
  /** Something that looks alike and is sound. */
  readonly twin: () => Promise<unknown>
}
