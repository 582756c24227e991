import { codes, requiredRuleCodes, ruleCodes } from '../../diagnostic/codes.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Suppression } from '../../diagnostic/suppression.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { unknownRule } from '../resolve/unknown-rule.ts'
import { type CommentStyle, yamlComments } from './comments.ts'
import { type Directive, directivesOf, nextLine } from './directive.ts'
import { malformation, malformedName, missingReason, notSuppressible, unused } from './directive-reports.ts'
import { FileFindings } from './file-findings.ts'

const required: ReadonlySet<string> = new Set(requiredRuleCodes)
const builtIn: ReadonlySet<string> = new Set(ruleCodes)
const all: ReadonlySet<string> = new Set(codes)

/** Whether a comment or a baseline may answer for findings of a code: those of rules, but for what a store refuses. */
export function isSuppressible(code: string): boolean {
  return code.startsWith('custom/') || (builtIn.has(code) && !required.has(code))
}

/**
 * Finds out which findings comments answer for (`# stowage-ignore-next-line`, `# stowage-ignore-file`), and reports the comments
 * that answer for nothing or are not well made. Looks no closer at files in which no such word stands.
 *
 * @param style how comments look where the files are no YAML
 * @param custom the codes of the project's own rules; absent where not all of them could be loaded
 */
export function suppress(
  files: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
  custom: ReadonlySet<string> | undefined,
  report: Report,
  style: CommentStyle = yamlComments,
): ReadonlyMap<Diagnostic, Suppression> {
  const answered = new Map<Diagnostic, Suppression>()
  const directed = files.flatMap((file) => {
    const directives = directivesOf(file, style)
    return directives.length === 0 ? [] : [{ file, directives }]
  })
  if (directed.length === 0) return answered
  // Where the spec is broken, rules have not looked everywhere: what seems to answer for nothing may be needed.
  const whole = !diagnostics.some(({ code, severity }) => severity === 'error' && !isRule(code))
  const byPath = Map.groupBy(diagnostics, ({ span }) => span?.file.path)
  for (const { file, directives } of directed) {
    const findings = new FileFindings(file, byPath.get(file.path) ?? [], style)
    for (const { directive, index } of inOrderOfClaims(directives, custom, report)) {
      const name = directive.names[index]
      const claimed = name === undefined ? [] : findings.claim(directive, name.text)
      const suppression = { kind: 'inline', reason: directive.reason, span: directive.comment.span } as const
      for (const diagnostic of claimed) answered.set(diagnostic, suppression)
      if (name === undefined || claimed.length > 0) continue
      if (whole && (custom !== undefined || !name.text.startsWith('custom/'))) report(unused(directive, index))
    }
  }
  return answered
}

function isRule(code: string): boolean {
  return builtIn.has(code) || code.startsWith('custom/')
}

/** The names that hold: those of the comment nearest to a line first, and comments on a line before those on the file. */
function inOrderOfClaims(
  directives: readonly Directive[],
  custom: ReadonlySet<string> | undefined,
  report: Report,
): readonly { readonly directive: Directive; readonly index: number }[] {
  const sound = directives.flatMap((directive) => {
    const broken = malformation(directive)
    if (broken !== undefined) report(broken)
    else if (directive.reason === '' && !directive.names.some(malformedName)) report(missingReason(directive))
    const names = broken === undefined ? directive.names : []
    return names.flatMap((name, index) => {
      const mistake = mistakeIn(name, custom)
      if (mistake !== undefined) report(mistake)
      return mistake === undefined && directive.reason !== '' ? [{ directive, index }] : []
    })
  })
  const onLines = sound.filter(({ directive }) => directive.word === nextLine)
  return [...onLines.reverse(), ...sound.filter(({ directive }) => directive.word !== nextLine)]
}

function mistakeIn(name: Directive['names'][number], custom: ReadonlySet<string> | undefined): Diagnostic | undefined {
  const broken = malformedName(name)
  if (broken !== undefined) return broken
  const { text } = name
  if (text.startsWith('custom/')) {
    return custom === undefined || custom.has(text)
      ? undefined
      : unknownRule('suppress/unknown-rule', text, name.span, custom)
  }
  if (isSuppressible(text)) return undefined
  return all.has(text)
    ? notSuppressible(name, required.has(text))
    : unknownRule('suppress/unknown-rule', text, name.span, custom)
}
