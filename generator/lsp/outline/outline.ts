/**
 * A text as YAML would have it, as far as it can be guessed: also of a text that is half written, where a parser gives up or
 * takes the next line for a part of this one. It says what stands in what, and judges nothing. Offsets are into the text.
 */
export type Outline = OutlineMap | OutlineList | OutlineScalar

export interface OutlineMap {
  readonly kind: 'map'
  /** Where its brace or its first key stands. */
  readonly start: number
  /** Whether it stands in braces. */
  readonly flow: boolean
  /** The column at which its keys start; that of the block around it for one in braces. */
  readonly indent: number
  readonly entries: OutlineEntry[]
}

export interface OutlineEntry {
  readonly key: OutlineScalar
  /** Whether a colon follows; a key that is being typed has none. */
  readonly colon: boolean
  value?: Outline
}

export interface OutlineList {
  readonly kind: 'list'
  /** Where its bracket or its first dash stands. */
  readonly start: number
  /** Whether it stands in brackets. */
  readonly flow: boolean
  /** The column of its dashes. */
  readonly indent: number
  readonly items: OutlineItem[]
}

export interface OutlineItem {
  value?: Outline
}

export interface OutlineScalar {
  readonly kind: 'scalar'
  readonly style: 'plain' | 'single' | 'double' | 'block'
  readonly start: number
  /** Behind the closing quote. */
  end: number
}

/** A comment from its `#` to the end of its line. */
export interface OutlineComment {
  readonly start: number
  readonly end: number
}
