import { requiredRuleCodes, ruleCodes } from '../../diagnostic/codes.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { OptionValue } from '../../model/rule-option.ts'
import type { RuleLevel, RuleSettings, WrittenOption } from '../../model/rule-settings.ts'
import type { MapEntry, SpecNode } from '../node.ts'
import { asScalar, entries, keySpan, text } from './read.ts'
import { requiredRule } from './rule-reports.ts'
import { unknownRule } from './unknown-rule.ts'

/** Where names of rules are checked. */
export interface RuleNames {
  readonly report: Report
  /** Names of rules of the project's own, which are loaded by others. */
  readonly custom: RuleSettings['customNames'][number][]
}

const levels: readonly RuleLevel[] = ['off', 'info', 'warning', 'error']
const known: ReadonlySet<string> = new Set(ruleCodes)
const required: ReadonlySet<string> = new Set(requiredRuleCodes)

/** The levels of a `levels` mapping. One that does not exist, and one below error of what no store holds, is reported. */
export function readLevels(node: SpecNode | undefined, names: RuleNames): ReadonlyMap<string, RuleLevel> {
  const chosen = new Map<string, RuleLevel>()
  for (const entry of entries(node)) {
    const level = levels.find((one) => one === text(entry.value))
    if (level === undefined || !isRule(entry, names)) continue
    if (required.has(entry.key) && level !== 'error') names.report(requiredRule(entry.key, level, entry.value.span))
    else chosen.set(entry.key, level)
  }
  return chosen
}

/** The options of an `options` mapping, but for those whose shape is wrong. */
export function readOptions(
  node: SpecNode | undefined,
  broken: ReadonlySet<SpecNode>,
  names: RuleNames,
): ReadonlyMap<string, ReadonlyMap<string, WrittenOption>> {
  const chosen = new Map<string, ReadonlyMap<string, WrittenOption>>()
  for (const entry of entries(node)) {
    if (broken.has(entry.value) || !isRule(entry, names)) continue
    const own = entries(entry.value).flatMap((option): [string, WrittenOption][] => {
      const value = broken.has(option.value) ? undefined : optionValue(option.value)
      return value === undefined ? [] : [[option.key, { value, nameSpan: keySpan(option), span: option.value.span }]]
    })
    chosen.set(entry.key, new Map(own))
  }
  return chosen
}

function isRule(entry: MapEntry, { report, custom }: RuleNames): boolean {
  if (known.has(entry.key)) return true
  const span = keySpan(entry)
  if (entry.key.startsWith('custom/')) {
    custom.push({ code: entry.key, span })
    return true
  }
  report(unknownRule('resolve/unknown-rule', entry.key, span))
  return false
}

/** What no option can be (an empty value, a list of lists) is nothing; the rule says what it expects. */
function optionValue(node: SpecNode): OptionValue | undefined {
  switch (node.kind) {
    case 'scalar':
      return node.value ?? undefined
    case 'list':
      return node.items.map((item) => text(asScalar(item)) ?? '')
    case 'map':
      return new Map(node.entries.map((entry) => [entry.key, text(asScalar(entry.value)) ?? '']))
  }
}
