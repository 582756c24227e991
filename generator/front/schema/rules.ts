import { assertNever } from '../../base/internal-error.ts'
import { ruleCodes } from '../../diagnostic/codes.ts'
import type { OptionForm, OptionValue, RuleOption } from '../../model/rule-option.ts'
import { ruleOptions } from '../../model/rule-options.ts'
import { ruleName } from './forms.ts'
import {
  either,
  filled,
  flag,
  type Json,
  type JsonObject,
  list,
  mapping,
  named,
  set,
  text,
  use,
  whole,
  word,
} from './json-schema.ts'

/** The sets of rules to start from, each part of the next. */
export const rulePresets = ['minimal', 'recommended', 'strict'] as const

/** What a finding of a rule counts as. */
export const level: JsonObject = word('How a finding of the rule counts.', ['off', 'info', 'warning', 'error'])

/** Rules are named one by one so that an editor completes them; one that does not exist is reported with its own code. */
export const levels: JsonObject = named(
  { description: 'Levels of single rules.', examples: [{ 'naming/timestamp-suffix': 'warning' }] },
  ruleName,
  use('level'),
  { properties: Object.fromEntries(ruleCodes.map((code) => [code, use('level')])) },
)

const byRule = Map.groupBy(ruleOptions, ({ rule }) => rule)

/** Those of a rule of the project's own are checked by what the rule says of them. */
export const options: JsonObject = named(
  {
    description: 'Options of single rules, by the name of the rule.',
    examples: [{ 'placement/large-text-in-postgres': { max_characters: 8000 } }],
  },
  ruleName,
  { type: 'object' },
  {
    properties: Object.fromEntries(
      ruleCodes.map((code) => {
        const own = byRule.get(code) ?? []
        const example = Object.fromEntries(own.slice(0, 1).map((option) => [option.name, exampleOf(option)]))
        return [
          code,
          mapping(
            { description: `Options of the rule ${code}.`, examples: [example] },
            Object.fromEntries(own.map((option) => [option.name, schemaOf(option)])),
          ),
        ]
      }),
    ),
  },
)

function exampleOf({ form, default: usual }: RuleOption): Json {
  return form.kind === 'pairs' ? Object.fromEntries([form.example]) : plain(usual)
}

/** What an option asks for, as a schema. */
function schemaOf(option: RuleOption): JsonObject {
  const { summary, default: usual } = option
  return { ...formOf(option.form, summary, exampleOf(option)), default: plain(usual) }
}

function formOf(form: OptionForm, description: string, example: Json): JsonObject {
  const said = { description, examples: [example] }
  switch (form.kind) {
    case 'whole':
      return whole(description, Number(example), { minimum: form.minimum, maximum: form.maximum })
    case 'flag':
      return flag(description)
    case 'text':
      return { ...said, ...filled }
    case 'words':
      return set(said, form.words === undefined ? filled : { type: 'string', enum: form.words })
    case 'pairs':
      return named(said, { type: 'string', pattern: '^[a-z]+$', 'x-expected': 'a word in lower case' }, filled)
    default:
      return assertNever(form)
  }
}

function plain(value: OptionValue): Json {
  if (value instanceof Map) return Object.fromEntries(value)
  return typeof value === 'object' ? [...value.values()] : value
}

const override: JsonObject = mapping(
  {
    description: 'Levels and options that hold in some places only.',
    examples: [
      { files: ['domains/legacy/*.yaml'], levels: { 'naming/table': 'off' }, why: 'goes with the next release' },
    ],
  },
  {
    files: set(
      { description: 'Globs of spec files, relative to this file.', examples: [['domains/legacy/*.yaml']] },
      { ...filled },
      { minItems: 1 },
    ),
    entities: set(
      { description: 'Entities by name, or globs of names.', examples: [['AuditEntry', 'Legacy*']] },
      { ...filled },
      { minItems: 1 },
    ),
    levels: use('levels'),
    options: use('options'),
    why: text('Why these places are other than the rest.', 'goes with the next release'),
  },
)

/** The rules of a project; a file of rules that several projects share holds the same. */
export const rules: JsonObject = mapping(
  {
    description: 'Which rules hold, where, and how a finding of each counts.',
    examples: [{ extends: 'recommended', levels: { 'naming/timestamp-suffix': 'error' } }],
  },
  {
    extends: either(
      {
        description:
          'What to start from: a preset (`minimal`, `recommended`, `strict`), a file with rules that several projects share, or a list of them. Later ones win.',
        examples: ['recommended', ['strict', './house-rules.yaml']],
        default: 'recommended',
      },
      filled,
      list({ description: 'Presets and files.', examples: [['strict']] }, filled, { uniqueItems: true, minItems: 1 }),
    ),
    levels: use('levels'),
    options: use('options'),
    overrides: list(
      {
        description: 'Levels and options for some files or entities; the last one that matches a place wins.',
        examples: [[{ entities: ['Legacy*'], levels: { 'naming/table': 'warning' } }]],
      },
      override,
    ),
    files: set(
      { description: "Files of the project's own rules, as globs relative to this file.", examples: [['rules/*.ts']] },
      { ...filled },
    ),
  },
)

/** A file of rules that several projects share, named under `rules.extends`. */
export const sharedRules: JsonObject = mapping(
  { description: 'A file of rules that several projects share.', examples: [{ rules: { extends: 'strict' } }] },
  { about: text('What these rules are for.', 'What all our services keep to.'), rules: use('rules') },
  { required: ['rules'] },
)

/** A file is one of rules where it has these keys and no others. */
export const sharedRulesKeys: ReadonlySet<string> = new Set(['about', 'rules'])
