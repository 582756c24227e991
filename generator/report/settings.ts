import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { Palette } from '../diagnostic/palette.ts'

/** What the documentation says of a code. */
export interface CodePage {
  /** What it asks for, in one line. */
  readonly summary: string
  /** Why it asks for it, and what to do; absent where the page does not say. */
  readonly why?: string
  readonly wayOut?: string
  /** The page, as Markdown. */
  readonly markdown: string
  /** Of a finding, where the project names no level. */
  readonly severity: Severity
  /** Where it is published for everybody; absent where that is nowhere. */
  readonly url?: string
}

/** What a format asks of the run besides its findings. */
export interface ReportSettings {
  /** For the format that a terminal shows. */
  readonly palette: Palette
  /** Shows the code of every finding, however many there are. */
  readonly full: boolean
  /** Whether findings of a severity end the run with 1. */
  readonly fails: (severity: Severity) => boolean
  /** The project's folder as seen from the repository's: empty, or with a slash at its end (`packages/db/`). */
  readonly prefix: string
  /** The project file, relative to the project's folder: what has no place of its own is said of it. */
  readonly projectFile: string
  /** Where the files of the project can be read, with a slash at its end; absent where that is not known. */
  readonly source?: string
  readonly pageOf: (code: Diagnostic['code']) => CodePage | undefined
  /** The version of Stowage, and where it is at home. */
  readonly version: string
  readonly homepage?: string
}
