import type { CustomCode, RuleCode } from '../diagnostic/codes.ts'
import type { Fix, RelatedPlace, Severity } from '../diagnostic/diagnostic.ts'
import type { Model } from '../model/model.ts'
import type { RuleOption } from '../model/rule-option.ts'
import type { RulePreset } from '../model/rule-settings.ts'
import type { Span } from '../source/source-file.ts'

/** What a rule says of one place; code and severity are added by `lint`. */
export interface Finding {
  readonly message: string
  readonly span: Span
  readonly label?: string
  readonly related?: readonly RelatedPlace[]
  readonly help?: string
  readonly fixes?: readonly Fix[]
}

export type RuleReport = (finding: Finding) => void

/** Why a rule could not do its work. Only a rule of a project's own comes to that: one of Stowage's would be a fault. */
export interface RuleFailure {
  readonly message: string
  /** In the file of the rule; absent where no place of it is to blame. */
  readonly span?: Span
  readonly label?: string
  readonly help?: string
}

/** One rule, one file. A rule sees only a sound model, never reports twice for one mistake, and does no IO. */
export interface Rule {
  readonly code: RuleCode | CustomCode
  /**
   * `entity`: what it says of all entities is what it says of each by itself, but for what it says twice. Others it only looks up,
   * by name. So where a spec is followed from edit to edit, only those are shown to it again in which something may be otherwise.
   */
  readonly scope?: 'entity'
  /** Its severity where it is on and the project names no level. */
  readonly severity: Severity
  /** The smallest preset it belongs to: minimal is part of recommended, and recommended of strict. */
  readonly preset: RulePreset
  /** What it asks for, in one line: for `stowage rules`. */
  readonly summary: string
  /** Whether its findings may carry a fix. */
  readonly fixable: boolean
  /** What a project may set: `optionAt` of model/rule-place.ts gives the value that holds in a place. */
  readonly options?: readonly RuleOption[]
  check(model: Model, report: RuleReport, fail: (failure: RuleFailure) => void): void
}
