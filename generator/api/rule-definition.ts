import type { CustomCode } from '../diagnostic/codes.ts'
import type { Severity } from '../diagnostic/diagnostic.ts'
import type { Model } from '../model/model.ts'
import type { RuleOption } from '../model/rule-option.ts'
import type { RuleReport } from '../rules/rule.ts'

/** A rule of a project's own, as its author writes it. */
export interface RuleDefinition {
  /** `custom/` and a name in kebab-case: `custom/no-float-money`. It stands in reports, levels and comments that suppress it. */
  readonly code: CustomCode
  /** How its findings count where the project names no level. */
  readonly severity: Severity
  /** What it asks for, in one line that starts in lower case: for `stowage rules` and reports. */
  readonly summary: string
  /** What it asks for, why, and how to mend it, in Markdown: for `stowage explain` and the editor. */
  readonly docs?: string
  /** Whether its findings may carry fixes; false where it says nothing. */
  readonly fixable?: boolean
  /** What a project may set under `rules.options`: made by `wholeOption` and its like, asked for by `optionAt`. */
  readonly options?: readonly RuleOption[]
  /**
   * Looks at a spec and reports each place that is wrong, once. It returns nothing and is not async: what it says depends on
   * the model alone. The model cannot be changed.
   */
  check(model: Model, report: RuleReport): void
}

export const definitionKeys: readonly (keyof RuleDefinition)[] = [
  'code',
  'severity',
  'summary',
  'docs',
  'fixable',
  'options',
  'check',
]
