import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'

/** A rule, as far as its place goes. */
interface PlacedRule {
  readonly code: string
  readonly span: Span
}

/**
 * Where a rule's code stands in a file, behind `code:` where it does; the first line where it is not written out.
 * @param code not empty
 */
export function codePlace(code: string | undefined, file: SourceFile): Span {
  const at = code === undefined ? -1 : codeAt(code, file.text, 0)
  if (code !== undefined && at !== -1) return { file, start: at, end: at + code.length }
  const end = file.text.indexOf('\n')
  return { file, start: 0, end: end === -1 ? file.text.length : end }
}

function codeAt(code: string, text: string, from: number): number {
  for (let at = text.indexOf(code, from); at !== -1; at = text.indexOf(code, at + 1)) {
    if (/\bcode\s*:\s*['"`]$/.test(text.slice(Math.max(0, at - 20), at))) return at
  }
  return text.indexOf(code, from)
}

/** The report for a rule whose code another has that was loaded before. */
export function secondCode(rule: PlacedRule, first: PlacedRule): Diagnostic {
  const again = rule.span.file.path === first.span.file.path ? first.span.end : 0
  const at = codeAt(rule.code, rule.span.file.text, again)
  const span = at === -1 ? rule.span : { file: rule.span.file, start: at, end: at + rule.code.length }
  return {
    code: 'rules/bad-rule',
    severity: 'error',
    message: `two rules have the code \`${rule.code}\``,
    span,
    label: 'the second one',
    related: [{ span: first.span, label: 'the first one' }],
    help: 'give one of them another code',
  }
}
