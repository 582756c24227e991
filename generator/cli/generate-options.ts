import type { ReportOptions } from './report/options.ts'

/** What `stowage generate` is asked to do. */
export interface GenerateOptions extends ReportOptions {
  readonly check?: boolean
  readonly dryRun?: boolean
  readonly only?: readonly string[]
  readonly force?: boolean
  readonly stats?: boolean
  readonly diagrams?: boolean
  readonly watch?: boolean
}
