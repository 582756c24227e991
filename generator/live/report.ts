/** What talks to stores says in these words, whichever store it is. Plain data, so that it can be printed and compared. */
export type LiveStoreName = 'postgres' | 'mongo' | 's3'

/** Something that a store holds otherwise than the spec says. */
export interface Difference {
  readonly store: LiveStoreName
  /** What it is about, in the store's own words: `table activities`, `index by_ref_id of tool_call_logs`. */
  readonly place: string
  /** What differs: `column title`, `type`, `missing`. */
  readonly fact: string
  /** What the spec says; absent where it knows nothing of it. */
  readonly wanted?: string
  /** What the store says; absent where it has nothing. */
  readonly found?: string
  /** The way out, where there is more than one thing to do. */
  readonly help?: string
}

/** One thing that an apply does, or would do. */
export interface Step {
  readonly store: LiveStoreName
  /** `keep`: it is as it should be. */
  readonly action: 'create' | 'change' | 'keep'
  readonly place: string
  /** For a change: what is made of what. */
  readonly detail?: string
}

export interface ApplyOptions {
  /** Looks and says what would be done; changes nothing. */
  readonly dryRun?: boolean
  /** Whether what exists and differs may be brought to what is described. Without it such things are reported and left alone. */
  readonly replace?: boolean
}

export interface ApplyReport {
  readonly steps: readonly Step[]
  /** What is otherwise than described and was left alone. */
  readonly differences: readonly Difference[]
}
