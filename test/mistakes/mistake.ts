/** One mistake of somebody new to the language, made in the bakery's orders. */
export interface Mistake {
  readonly mistake: string
  /** Why it is likely. */
  readonly why: string
  /** What stands in the sound file, and what is written there instead. */
  readonly sound: string | RegExp
  readonly wrong: string
  readonly code: string
  /** Line and column, from 1. */
  readonly place: string
  /** The text under the carets. */
  readonly marked: string
  readonly message: string
  readonly help: string
  /** What `--fix` makes of it; absent where only a person can tell. */
  readonly mended?: string
  /** Codes of what is found because of it. */
  readonly follows?: readonly string[]
}
