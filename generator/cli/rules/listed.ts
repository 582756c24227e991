import type { Model } from '../../model/model.ts'
import type { OptionValue, RuleOption } from '../../model/rule-option.ts'
import { type RuleLevel, type RuleOverride, type RulePreset, usualRules } from '../../model/rule-settings.ts'
import { levelOf } from '../../rules/lint.ts'
import type { Rule } from '../../rules/rule.ts'

/** A rule and what the project says of it. */
export interface ListedRule {
  readonly rule: Rule
  /** Where no override says otherwise. */
  readonly level: RuleLevel
  readonly options: readonly ListedOption[]
  readonly overrides: readonly ListedOverride[]
}

export interface ListedOption {
  readonly option: RuleOption
  /** Where no override says otherwise. */
  readonly value: OptionValue
}

/** What an override says of one rule. */
export interface ListedOverride {
  readonly override: RuleOverride
  readonly level?: RuleLevel
  readonly options: readonly ListedOption[]
}

export interface ListedRules {
  readonly preset: RulePreset
  readonly rules: readonly ListedRule[]
}

/** The rules as they hold in a project; as they usually do where there is none. */
export function listedRules(rules: readonly Rule[], model: Pick<Model, 'project'> | undefined): ListedRules {
  const settings = model?.project.rules ?? usualRules
  return {
    preset: settings.preset,
    rules: rules.map((rule) => ({
      rule,
      level: levelOf(rule, { rules: settings }),
      options: (rule.options ?? []).map((option) => {
        const value = settings.options.get(rule.code)?.get(option.name)?.value
        return { option, value: value !== undefined && option.accepts(value) ? value : option.default }
      }),
      overrides: settings.overrides.flatMap((override) => {
        const level = override.levels.get(rule.code)
        const own = override.options.get(rule.code)
        const options = (rule.options ?? []).flatMap((option) => {
          const value = own?.get(option.name)?.value
          return value === undefined || !option.accepts(value) ? [] : [{ option, value }]
        })
        const listed = { override, ...(level === undefined ? {} : { level }), options }
        return level === undefined && options.length === 0 ? [] : [listed]
      }),
    })),
  }
}
