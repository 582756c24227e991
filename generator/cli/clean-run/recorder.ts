import type { SpecReader } from '../../front/load/spec-reader.ts'
import { diskReader } from '../disk-reader.ts'
import type { Session } from '../session.ts'
import { NotingReader } from './spec-answers.ts'
import { encodeStamp } from './stamp-format.ts'
import { type Ended, stampOfRun } from './stamp-of-run.ts'
import { hasStampFolder, StampDraft } from './stamp-place.ts'

/** How coarse the clock of a disk may be, in nanoseconds. */
const coarsest = 2_000_000_000n

/**
 * Follows a run from its beginning, and leaves a stamp where it ends clean, for `lastCleanRun`. A convenience: where it cannot
 * be written, there is none.
 */
export class CleanRunRecorder {
  readonly #session: Session
  readonly #reader: NotingReader
  readonly #begun = process.hrtime.bigint()

  constructor(session: Session) {
    this.#session = session
    this.#reader = new NotingReader(diskReader(session.folder))
  }

  /** By which the run is to read the spec. */
  get reader(): SpecReader {
    return this.#reader
  }

  /** Leaves a stamp if nothing was found; nothing must be left to be done. A run that only looks makes no folder for it. */
  record(ended: Ended): void {
    const { folder } = this.#session
    if (ended.checked && !hasStampFolder(folder)) return
    try {
      const draft = new StampDraft(folder)
      try {
        const now = draft.time()
        const begun = now - (process.hrtime.bigint() - this.#begun) - coarsest
        const stamp = stampOfRun(this.#session, ended, { answers: this.#reader.answers, begun, ended: now })
        if (stamp === undefined) return
        draft.write(encodeStamp(stamp))
        draft.becomeStamp()
      } finally {
        draft.remove()
      }
    } catch {
      // The run itself is well.
    }
  }
}
