/** A comment behind something on its line. */
export interface Comment {
  /** From its `#` on. */
  readonly text: string
  /** Where it stood, from 0, and behind how many spaces: it may be in line with those of its neighbours. */
  readonly column: number
  readonly gap: number
}

/** A line without a value: a comment, or `''` for a blank line. */
export interface OwnLine {
  readonly text: string
  readonly column: number
}

/** A file as its author laid it out: every piece of its text but spaces and line ends, in the order of the file. */
export interface Layout {
  /** What belongs to the file and not to its first key. `---` may be one of these lines. */
  readonly header: readonly OwnLine[]
  readonly root: BlockMap
}

export type Value = TextValue | BlockText | FlowCollection | BlockMap | BlockList

/** A plain or quoted text or an alias, as it is written; an empty one where nothing stands. */
export interface TextValue {
  readonly kind: 'text'
  /** More than one where it goes on below, without indentation. */
  readonly lines: readonly string[]
  /** The anchor that it stands for. */
  readonly alias?: string
}

/** A text behind `|` or `>`. */
export interface BlockText {
  readonly kind: 'block text'
  /** `|-`, `>2`. */
  readonly header: string
  /** Without the indentation that they share. */
  readonly lines: readonly string[]
  /** Spaces before each line, counted from the key; absent where the text shows it itself. */
  readonly indent?: number
}

export interface BlockMap {
  readonly kind: 'map'
  readonly column: number
  readonly entries: readonly Entry[]
  /** Lines behind its last entry that are indented as its entries are. */
  readonly below: readonly OwnLine[]
}

export interface BlockList {
  readonly kind: 'list'
  readonly column: number
  readonly entries: readonly Entry[]
  readonly below: readonly OwnLine[]
}

/** A key with its value, or an item of a list, on lines of its own. */
export interface Entry {
  readonly above: readonly OwnLine[]
  /** Absent for an item. */
  readonly key?: Key
  readonly anchor?: string
  /** The spaces behind the `:`, and the column they lead to: values may stand in line. */
  readonly gap: number
  readonly valueColumn: number
  /** Whether the value starts on a later line than the key or hyphen. */
  readonly isBelow: boolean
  /** Lines between the key and a text or flow collection below it. */
  readonly between: readonly OwnLine[]
  /** Behind the key, where the value starts below. */
  readonly opening?: Comment
  /** Behind the end of the value. */
  readonly trailing?: Comment
  readonly value: Value
}

export interface Key {
  /** As it is written. */
  readonly source: string
  readonly name: string
}

/** `{ ... }` or `[ ... ]`, on one line or on several. */
export interface FlowCollection {
  readonly kind: 'flow'
  readonly open: '{' | '['
  readonly items: readonly FlowItem[]
  /** Behind the opening bracket, where a line ends there. */
  readonly opening?: Comment
  readonly below: readonly OwnLine[]
  readonly closesOnOwnLine: boolean
}

export interface FlowItem {
  readonly above: readonly OwnLine[]
  readonly startsLine: boolean
  /** Absent in `[ ]`. */
  readonly key?: Key
  readonly anchor?: string
  /** Absent for a key without a `:`. */
  readonly value?: TextValue | FlowCollection
  readonly comment?: Comment
}
