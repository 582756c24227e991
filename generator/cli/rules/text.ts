import type { Palette } from '../../diagnostic/palette.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import type { OptionValue } from '../../model/rule-option.ts'
import type { RuleLevel } from '../../model/rule-settings.ts'
import { type Column, table } from '../table.ts'
import type { ListedOption, ListedOverride, ListedRule, ListedRules } from './listed.ts'

/** The rules for a person: their levels, below them what else may be set, and where something else holds. */
export function rulesText({ rules }: ListedRules, palette: Palette): string {
  const options = rules.flatMap(({ rule, options: own }) => own.map((option) => ({ ...option, code: rule.code })))
  const overrides = rules.flatMap(({ rule, overrides: own }) =>
    own.map((override) => ({ ...override, code: rule.code })),
  )
  return [
    table(ruleColumns(palette), rules),
    ...(options.length === 0 ? [] : [table([...ofRule, ...optionColumns], options)]),
    ...(overrides.length === 0 ? [] : [table(overrideColumns, overrides)]),
  ].join('\n')
}

/** What may be set about one rule, and what is; empty where nothing may. */
export function optionsText({ options }: ListedRule): string {
  return options.length === 0 ? '' : table(optionColumns, options)
}

function ruleColumns(palette: Palette): readonly Column<ListedRule>[] {
  const colours: Readonly<Record<RuleLevel, (text: string) => string>> = {
    error: palette.red,
    warning: palette.yellow,
    info: palette.cyan,
    off: palette.dim,
  }
  return [
    { title: 'code', text: ({ rule }) => rule.code },
    { title: 'level', text: ({ level }) => level, tint: (text, { level }) => colours[level](text) },
    { title: 'preset', text: ({ rule }) => rule.preset },
    { title: 'fix', text: ({ rule }) => (rule.fixable ? 'yes' : '') },
    { title: 'what it asks for', text: ({ rule }) => visible(rule.summary) },
  ]
}

/** Stands before the columns of an option where those of several rules are listed. */
const ofRule: readonly Column<{ readonly code: string }>[] = [{ title: 'option of', text: ({ code }) => code }]

const optionColumns: readonly Column<ListedOption>[] = [
  { title: 'option', text: ({ option }) => option.name },
  { title: 'value', text: ({ value }) => shown(value) },
  { title: 'what it is', text: ({ option }) => visible(option.summary) },
]

const overrideColumns: readonly Column<ListedOverride & { readonly code: string }>[] = [
  { title: 'override of', text: ({ code }) => code },
  { title: 'where', text: placesOf },
  {
    title: 'what holds there',
    text: ({ level, options }) =>
      [
        ...(level === undefined ? [] : [level]),
        ...options.map(({ option, value }) => `${option.name}: ${shown(value)}`),
      ].join(', '),
  },
  { title: 'why', text: ({ override }) => visible(override.why?.replace(/\s+/g, ' ') ?? '') },
]

function placesOf({ override: { patterns } }: ListedOverride): string {
  const { files, entities } = patterns
  return [entities, files]
    .filter((list) => list.length > 0)
    .map((list) => visible(list.join(', ')))
    .join(' in ')
}

function shown(value: OptionValue): string {
  if (value instanceof Map)
    return value.size === 0 ? '{}' : [...value].map((pair) => visible(pair.join(': '))).join(', ')
  return visible(typeof value === 'object' ? [...value.values()].join(', ') : String(value))
}
