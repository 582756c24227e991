import type { Diagnostic, Report } from '../diagnostic/diagnostic.ts'
import { unknownName } from '../front/resolve/unknown-name.ts'
import { unknownRule } from '../front/resolve/unknown-rule.ts'
import type { Model } from '../model/model.ts'
import type { RuleOption } from '../model/rule-option.ts'
import type { WrittenOption } from '../model/rule-settings.ts'
import type { Rule } from './rule.ts'

/**
 * What the project says of its own rules, held against the rules that were loaded: names that none of them has, options that
 * they do not have or that have another form. Says nothing where not all rules could be loaded.
 */
export function checkCustomNames(
  model: Model,
  custom: readonly Rule[],
  found: readonly Diagnostic[],
  report: Report,
): void {
  const { customNames, files, options, overrides } = model.project.rules
  if (customNames.length === 0) return
  const byCode = new Map<string, Rule>(custom.map((rule) => [rule.code, rule]))
  if (allLoaded(custom, files, found)) {
    for (const { code, span } of customNames) {
      if (!byCode.has(code)) report(unknownRule('resolve/unknown-rule', code, span, byCode.keys()))
    }
  }
  for (const written of [options, ...overrides.map((override) => override.options)]) {
    for (const [code, own] of written) {
      const rule = byCode.get(code)
      if (rule === undefined) continue
      for (const [name, option] of own) checkOption(rule, name, option, report)
    }
  }
}

/** Whether a name that no rule has can be called unknown: files of rules were not passed over, and none was broken. */
export function allLoaded(
  custom: readonly Rule[],
  files: Model['project']['rules']['files'],
  found: readonly Diagnostic[],
): boolean {
  return (custom.length > 0 || files.length === 0) && !found.some(({ code }) => code.startsWith('rules/'))
}

function checkOption(rule: Rule, name: string, written: WrittenOption, report: Report): void {
  const all = rule.options ?? []
  const option = all.find((one) => one.name === name)
  if (option === undefined) {
    const names = all.map((one) => one.name)
    const message = `\`${rule.code}\` has no option \`${name}\``
    report(unknownName('shape/unknown-key', message, name, written.nameSpan, names, 'this rule has no options'))
  } else if (!option.accepts(written.value)) {
    report({
      code: 'shape/wrong-type',
      severity: 'error',
      message: `\`${name}\` of \`${rule.code}\` must be ${demandOf(option)}`,
      span: written.span,
      label: 'is not',
      help: option.summary,
    })
  }
}

function demandOf({ form }: RuleOption): string {
  switch (form.kind) {
    case 'whole':
      return `a whole number from ${form.minimum} to ${form.maximum}`
    case 'flag':
      return '`true` or `false`'
    case 'text':
      return 'a text'
    case 'words':
      return form.words === undefined
        ? 'a list of words'
        : `a list of ${form.words.map((word) => `\`${word}\``).join(', ')}`
    case 'pairs':
      return `a mapping such as \`{ ${form.example.join(': ')} }\``
  }
}
