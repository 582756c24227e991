import type { GeneratedFile } from '../../generate.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** What the second thread is given to do. */
export interface Job {
  /** The files of a spec, all of which could be read. */
  readonly files: readonly SourceFile[]
  /** The emitters whose files it makes, by name. */
  readonly emitters: readonly string[]
}

/** What it hands over, time and again. */
export interface Batch {
  readonly files: readonly GeneratedFile[]
  /** With the last one: the milliseconds that each emitter took. */
  readonly times?: ReadonlyMap<string, number>
  /** With the last one, where something went wrong. */
  readonly failed?: boolean
}

/** How far both are, in memory that they share: what one thread adds to, the other one can wait for. */
export const counters = { sent: 0, taken: 1 } as const

/** How many batches may wait to be taken, so that texts do not pile up in memory. */
export const mayWait = 8

/** A batch is sent when its texts are so long together, in UTF-16 code units. */
export const batchLength = 1_000_000
