import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { RuleLevel } from '../../model/rule-settings.ts'
import type { Span } from '../../source/source-file.ts'
import type { MapNode, ShapedDocument } from '../node.ts'
import { rulePresets } from '../schema/rules.ts'
import { notKnown, unknownName } from './unknown-name.ts'

/** What `extends` names is neither a preset nor a file of rules; `path` is the file that it names, where there is one. */
export function unknownPreset(text: string, span: Span, path?: string): Diagnostic {
  if (path === undefined) {
    return unknownName('shape/unknown-value', `${quoted(text)} is no set of rules`, text, span, [
      ...rulePresets,
      './house-rules.yaml',
    ])
  }
  return {
    code: 'shape/unknown-value',
    severity: 'error',
    message: `\`${path}\` is no file of rules`,
    span,
    label: 'holds other keys than `rules`',
    help: 'a file of rules holds the key `rules`, perhaps `about`, and nothing else',
  }
}

/** Files of rules that are read and that nobody extends: somebody thinks that they hold. */
export function reportUnusedRules(documents: readonly ShapedDocument[], report: Report): void {
  for (const { file, root } of documents) {
    const span = root.entries.find(({ key }) => key === 'rules')?.keySpan ?? root.span
    report({
      code: 'project/unused-rules',
      severity: 'warning',
      message: `the rules of \`${file.path}\` do not hold: nothing extends them`,
      span,
      help: 'name this file under `rules.extends` of the project file, or leave it out of `include`',
    })
  }
}

/** A level below error for a rule without which a store refuses what is generated. */
export function requiredRule(code: string, level: RuleLevel, span: Span): Diagnostic {
  return {
    code: 'suppress/not-suppressible',
    severity: 'error',
    message: `\`${code}\` cannot be set to \`${level}\`: a store refuses what it finds`,
    span,
    label: 'is always an error',
    help: 'leave this line out, and change what the rule finds',
  }
}

export function nowhere({ span, entries }: MapNode): Diagnostic {
  return {
    code: 'shape/missing-key',
    severity: 'error',
    message: 'an override must say where it holds: it has neither `files` nor `entities`',
    span: entries[0]?.keySpan ?? span,
    label: '`files` or `entities` is missing',
    help: 'add `files: [...]` or `entities: [...]`; what holds everywhere stands beside `overrides`',
  }
}

export function unmatchedFiles(pattern: string, span: Span): Diagnostic {
  return {
    code: 'project/unmatched-override',
    severity: 'warning',
    message: `no file of the spec matches ${quoted(pattern)}`,
    span,
    label: notKnown,
    help: 'patterns are relative to the file that they stand in; leave out what is no longer there',
  }
}

export function unmatchedEntities(pattern: string, span: Span, known: readonly string[]): Diagnostic {
  const message = `no entity ${/[*?[{]/.test(pattern) ? 'matches' : 'is named'} ${quoted(pattern)}`
  return {
    ...unknownName('project/unmatched-override', message, pattern, span, known),
    severity: 'warning',
  }
}
