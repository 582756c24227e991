import type { Severity } from '../diagnostic/diagnostic.ts'
import type { Span } from '../source/source-file.ts'
import type { OptionValue } from './rule-option.ts'

export type RulePreset = 'minimal' | 'recommended' | 'strict'
export type RuleLevel = Severity | 'off'

/** What a project says for an option, and where. */
export interface WrittenOption {
  readonly value: OptionValue
  /** Of its name, and of what stands behind it. */
  readonly nameSpan: Span
  readonly span: Span
}

/** Options by the code of their rule, then by name. */
export type WrittenOptions = ReadonlyMap<string, ReadonlyMap<string, WrittenOption>>

/** Levels and options that hold in some places only. */
export interface RuleOverride {
  /** The patterns as they are written. */
  readonly patterns: { readonly files: readonly string[]; readonly entities: readonly string[] }
  /** The paths that its patterns match; absent where it is for every file. */
  readonly files?: ReadonlySet<string>
  /** The entities that its patterns match; absent where it is not for entities alone. */
  readonly entities?: ReadonlySet<string>
  readonly levels: ReadonlyMap<string, RuleLevel>
  readonly options: WrittenOptions
  readonly why?: string
  readonly span: Span
}

/** Which rules hold, how a finding of each counts, and where: all shared files of rules taken together. */
export interface RuleSettings {
  /** The last one that is named; `recommended` where none is. */
  readonly preset: RulePreset
  /** Levels of single rules, wherever they were said; they beat the preset. */
  readonly levels: ReadonlyMap<string, RuleLevel>
  readonly options: WrittenOptions
  /** In their order: the last one that matches a place wins. */
  readonly overrides: readonly RuleOverride[]
  /** Files of the project's own rules: patterns relative to the project's folder. */
  readonly files: readonly { readonly pattern: string; readonly span: Span }[]
  /** Where rules of the project's own are named: whether they exist is known once they are loaded. */
  readonly customNames: readonly { readonly code: string; readonly span: Span }[]
}

/** What holds where nothing is said. */
export const usualRules: RuleSettings = {
  preset: 'recommended',
  levels: new Map(),
  options: new Map(),
  overrides: [],
  files: [],
  customNames: [],
}
