import { requiredRuleCodes } from '../../diagnostic/codes.ts'
import { visibleJson } from '../../diagnostic/visible-text.ts'
import type { OptionValue } from '../../model/rule-option.ts'
import type { ListedOption, ListedRule, ListedRules } from './listed.ts'

const required: ReadonlySet<string> = new Set(requiredRuleCodes)

/** The rules for a machine: a list of objects, with a final newline. */
export function rulesJson({ rules }: ListedRules): string {
  return `${visibleJson(JSON.stringify(rules.map(asJson), undefined, 2))}\n`
}

function asJson({ rule, level, options, overrides }: ListedRule): Readonly<Record<string, unknown>> {
  return {
    code: rule.code,
    level,
    severity: rule.severity,
    preset: rule.preset,
    fixable: rule.fixable,
    /** Whether it is always an error. */
    required: required.has(rule.code),
    summary: rule.summary,
    options: options.map(({ option, value }) => ({
      name: option.name,
      value: plain(value),
      default: plain(option.default),
      summary: option.summary,
    })),
    overrides: overrides.map(({ override, level: other, options: others }) => ({
      files: override.patterns.files,
      entities: override.patterns.entities,
      ...(other === undefined ? {} : { level: other }),
      ...(others.length === 0 ? {} : { options: values(others) }),
      ...(override.why === undefined ? {} : { why: override.why }),
    })),
  }
}

function values(options: readonly ListedOption[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(options.map(({ option, value }) => [option.name, plain(value)]))
}

function plain(value: OptionValue): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}
