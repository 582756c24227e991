import { sameItems } from '../same-items.ts'
import { Reading, type Recorder } from './recorder.ts'

/** What came of some work, and all that decides whether it would come again. */
interface Recollection<T> {
  readonly value: T
  readonly inputs: readonly unknown[]
  readonly reading: Reading
  /** The turn in which it was asked for last. */
  asked: number
}

/** What came of one kind of work, by name, from turn to turn. */
export class Recollections<T> {
  readonly #recorder: Recorder
  readonly #known = new Map<string, Recollection<T>>()
  /** The turn in which it was last looked for what nobody asks for, and how much may be known before it is again. */
  #cleared = 0
  #most = 64

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  /** What the work gives: it is not done where it was done from the very same inputs and would read the same. */
  recall(name: string, inputs: readonly unknown[], work: () => T): T {
    const { turn } = this.#recorder
    const known = this.#known.get(name)
    // What was found to hold in this turn holds for as long as it lasts.
    if (known !== undefined && sameItems(known.inputs, inputs) && (known.asked === turn || known.reading.holds())) {
      known.asked = turn
      this.#recorder.takeOver(known.reading)
      return known.value
    }
    known?.reading.drop()
    const reading = new Reading()
    const value = this.#recorder.record(reading, work)
    this.#known.set(name, { value, inputs, reading, asked: turn })
    if (this.#known.size > this.#most) this.#clear()
    this.#recorder.takeOver(reading)
    return value
  }

  /** Forgets what was not asked for since the last time, by anybody, nor by work that stands. */
  #clear(): void {
    for (const [name, { asked, reading }] of this.#known) {
      if (asked >= this.#cleared || (reading.isTakenOver && !reading.isOver)) continue
      reading.drop()
      this.#known.delete(name)
    }
    this.#cleared = this.#recorder.turn
    this.#most = Math.max(64, 2 * this.#known.size)
  }
}
