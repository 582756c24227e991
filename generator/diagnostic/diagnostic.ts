import type { Span } from '../source/source-file.ts'
import type { Code, CustomCode } from './codes.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A second place that belongs to a finding: the other half of a duplicate, the convention that is broken. */
export interface RelatedPlace {
  readonly span: Span
  readonly label: string
}

/** One replacement of a range by a text; an empty range inserts. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** A mechanical mend: all its edits together, or none. Several of one finding are alternatives: `lint --fix` applies an only one. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** Likely, but no more: it is offered, and never applied unasked. */
  readonly isGuess?: true
}

/** One finding about a spec. Texts are one line, start lower-case, and put names in backticks. */
export interface Diagnostic {
  readonly code: Code | CustomCode
  readonly severity: Severity
  readonly message: string
  /** Where; absent only for what has no place in a file, such as a project file that is not there. */
  readonly span?: Span
  /** What stands under the carets. */
  readonly label?: string
  readonly related?: readonly RelatedPlace[]
  /** What to do. */
  readonly help?: string
  readonly fixes?: readonly Fix[]
}

/** Where findings go: a sink handed down, so that a stage reports and carries on. */
export type Report = (diagnostic: Diagnostic) => void
