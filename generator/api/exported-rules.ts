import { isAsyncFunction, isGeneratorFunction } from 'node:util/types'
import { didYouMean } from '../base/did-you-mean.ts'
import type { CustomCode } from '../diagnostic/codes.ts'
import type { Severity } from '../diagnostic/diagnostic.ts'
import type { RuleOption } from '../model/rule-option.ts'
import { definitionKeys, type RuleDefinition } from './rule-definition.ts'
import { isObject, lineOf, type Unknowns } from './unknown.ts'

/** What is wrong with an export that is to be a rule. */
export interface ExportFault {
  readonly message: string
  readonly help: string
  /** A text by which the place can be found in the file. */
  readonly near?: string
}

export interface ExportedRules {
  readonly rules: readonly RuleDefinition[]
  readonly faults: readonly ExportFault[]
}

const severities: readonly Severity[] = ['error', 'warning', 'info']
const codeForm = /^custom\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const howToOptions =
  'make each by `wholeOption` or its like, with the code of the rule as `rule` and a name in snake_case'
const howTo = 'write `export default defineRule({ ... })`, or a list of such'

/**
 * The rules that a module exports: its default export and its named ones, each a rule or a list of rules. A named export that
 * has nothing of a rule is something else and is left alone.
 */
export function exportedRules(module: Unknowns): ExportedRules {
  const candidates = new Set<unknown>()
  for (const [name, value] of Object.entries(module)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const each of values) if (name === 'default' || isRuleLike(each)) candidates.add(each)
  }
  if (candidates.size === 0) return { rules: [], faults: [{ message: 'it exports no rule', help: howTo }] }
  const read = [...candidates].map(readRule)
  return { rules: read.flatMap(({ rules }) => rules), faults: read.flatMap(({ faults }) => faults) }
}

function isRuleLike(value: unknown): boolean {
  return isObject(value) && ('code' in value || 'check' in value)
}

function readRule(value: unknown): ExportedRules {
  if (!isObject(value)) {
    return { rules: [], faults: [{ message: 'its default export is neither a rule nor a list of rules', help: howTo }] }
  }
  const code = lineOf(value.code)
  const title = code === undefined ? 'a rule' : `rule \`${code}\``
  const faults = faultsOf(value).map(
    ([what, help]): ExportFault => ({
      message: `${title} ${what}`,
      help,
      ...(code === undefined ? {} : { near: code }),
    }),
  )
  const rule = faults.length === 0 ? definitionOf(value) : undefined
  return { rules: rule === undefined ? [] : [rule], faults }
}

/** What is wrong, and what to do. */
type Fault = readonly [what: string, help: string]

function faultsOf(value: Unknowns): readonly Fault[] {
  const { code, severity, summary, docs, fixable, options, check } = value
  return [
    ...codeFaults(code),
    ...when(!isSeverity(severity), 'has no valid `severity`', 'write `error`, `warning` or `info`'),
    ...when(lineOf(summary) === undefined, 'has no `summary`', 'write in one line what it asks for'),
    ...when(docs !== undefined && typeof docs !== 'string', 'has `docs` that are no text', 'write Markdown'),
    ...when(
      fixable !== undefined && typeof fixable !== 'boolean',
      'has a `fixable` that is neither true nor false',
      'write `fixable: true` where its findings carry fixes',
    ),
    ...when(options !== undefined && !isOptions(options, code), 'has `options` that are none of its own', howToOptions),
    ...checkFaults(check),
    ...Object.keys(value).flatMap(keyFaults),
  ]
}

function when(isWrong: boolean, what: string, help: string): readonly Fault[] {
  return isWrong ? [[what, help]] : []
}

function codeFaults(code: unknown): readonly Fault[] {
  if (typeof code !== 'string' || lineOf(code) === undefined)
    return [['has no `code`', "write `code: 'custom/what-it-asks-for'`"]]
  if (isCustomCode(code)) return []
  const wanted = `write \`custom/${nameIn(code)}\``
  return code.startsWith('custom/')
    ? [['has a code that is not in kebab-case', wanted]]
    : [['has a code without `custom/`', `${wanted}: all other codes are Stowage's own`]]
}

function checkFaults(check: unknown): readonly Fault[] {
  if (!isCheck(check)) return [['has no function `check`', 'write `check(model, report) { ... }`']]
  const isLater = isAsyncFunction(check) || isGeneratorFunction(check)
  return when(isLater, 'has a `check` that is async or a generator', 'a check looks at the model alone, in one go')
}

function keyFaults(key: string): readonly Fault[] {
  if ((definitionKeys as readonly string[]).includes(key)) return []
  const [guess] = didYouMean(key, definitionKeys)
  const known = definitionKeys.map((name) => `\`${name}\``).join(', ')
  return [
    [`has an unknown key \`${lineOf(key) ?? ''}\``, guess === undefined ? `known are ${known}` : `write \`${guess}\``],
  ]
}

/** The rule of an export that has no faults. */
function definitionOf(value: Unknowns): RuleDefinition | undefined {
  const { code, severity, docs, fixable, options = [], check } = value
  const summary = lineOf(value.summary)
  if (!isCustomCode(code) || !isSeverity(severity) || summary === undefined) return undefined
  if (!isOptions(options, code) || !isCheck(check)) return undefined
  return {
    code,
    severity,
    summary,
    ...(typeof docs === 'string' ? { docs } : {}),
    fixable: fixable === true,
    ...(options.length === 0 ? {} : { options }),
    // Called as a method of what was exported, which may keep something beside it.
    check: (model, report) => check.call(value, model, report),
  }
}

function isCustomCode(code: unknown): code is CustomCode {
  return typeof code === 'string' && codeForm.test(code)
}

function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value)
}

function isOptions(value: unknown, code: unknown): value is readonly RuleOption[] {
  return (
    Array.isArray(value) &&
    value.every(
      (option: unknown) =>
        isObject(option) &&
        // One mistake, one report: a code that is none is told of by itself.
        (option.rule === code || !isCustomCode(code)) &&
        typeof option.name === 'string' &&
        /^[a-z][a-z0-9_]*$/.test(option.name) &&
        typeof option.accepts === 'function' &&
        isObject(option.form),
    )
  )
}

function isCheck(value: unknown): value is RuleDefinition['check'] {
  return typeof value === 'function'
}

/** A name as it could stand behind `custom/`. */
function nameIn(code: string): string {
  const words = code.replace(/^.*\//, '').replace(/([a-z0-9])([A-Z])/g, '$1-$2')
  return (
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '') || 'name'
  )
}
