import type { Severity } from '../../diagnostic/diagnostic.ts'
import type { Format } from '../../report/format.ts'

/** A format that goes to a file. */
export interface ReportFile {
  readonly format: Format
  /** As it was written on the command line. */
  readonly path: string
}

/** How a command tells what it found, and what it takes for a failure. */
export interface ReportOptions {
  /** In the order in which they were asked for; absent where none was. */
  readonly format?: readonly Format[]
  readonly output?: readonly ReportFile[]
  /** The mildest severity that ends the run with 1. */
  readonly failSeverity: Severity
  /** How many warnings may be there before they end the run with 1; absent where any number. */
  readonly maxWarnings?: number
  /** Whether the project's baseline answers for findings; absent where it does. */
  readonly baseline?: boolean
  /** Tells of errors only. */
  readonly quiet?: boolean
  /** Shows the code of every finding in the format for a terminal. */
  readonly full?: boolean
}
