/**
 * What a rule of a project's own is tested with: the public entry `stowage/testing`.
 *
 *     const { findings, fixed } = runRule(noFloat, { 'stowage.yaml': project, 'orders.yaml': orders })
 */
import { analyze } from '../analyze.ts'
import { applyFixes } from '../diagnostic/apply-fixes.ts'
import { ruleCodes } from '../diagnostic/codes.ts'
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import { lineStarts, positionAt, type SourceFile } from '../source/source-file.ts'
import { exportedRules } from './exported-rules.ts'
import { guardedRule } from './guarded-rule.ts'
import type { RuleDefinition } from './rule-definition.ts'

/** What a rule found, as a test wants to compare it. */
export interface FoundByRule {
  readonly message: string
  readonly severity: Severity
  /** As its key in the spec. */
  readonly path: string
  /** Counted from 1, the column in UTF-16 code units. */
  readonly line: number
  readonly column: number
  /** What of the spec it points at. */
  readonly text: string
  readonly label?: string
  readonly help?: string
  /** The titles of its fixes. */
  readonly fixes: readonly string[]
}

export interface RuleRun {
  /** By file and place. */
  readonly findings: readonly FoundByRule[]
  /** The spec after `lint --fix` with this rule alone: every finding with exactly one fix has it applied. */
  readonly fixed: Readonly<Record<string, string>>
}

/**
 * Runs one rule over a spec as `stowage lint` would, with the levels and options that the spec says.
 *
 * @param spec the texts of its files by path, the project file first; `include` is not followed, all files belong to it
 * @throws Error where the rule is no rule or fails, and where the spec itself has errors: nothing would be tested
 */
export function runRule(rule: RuleDefinition, spec: Readonly<Record<string, string>>): RuleRun {
  const { rules, faults } = exportedRules({ default: rule })
  const [definition] = rules
  if (definition === undefined || faults.length > 0) throw new Error(faults.map(({ message }) => message).join('; '))
  const files = Object.entries(spec).map(([path, text]): SourceFile => ({ path, text }))
  const found = findingsOf(definition, files)
  const { files: changed } = applyFixes(files, found)
  const fixed = { ...spec, ...Object.fromEntries(changed.map(({ path, text }) => [path, text])) }
  return { findings: found.map(told), fixed }
}

function findingsOf(definition: RuleDefinition, files: readonly SourceFile[]): readonly Diagnostic[] {
  const { diagnostics } = analyze(files, undefined, undefined, [guardedRule(definition)])
  const fault = diagnostics.find(({ code, severity }) => severity === 'error' && !isOfRule(code))
  if (fault !== undefined) throw new Error(`${placeOf(fault)}${fault.code}: ${fault.message}`)
  return diagnostics.filter(({ code }) => code === definition.code)
}

/** Whether a code is that of a rule, Stowage's or another: a spec may break conventions and be a test all the same. */
function isOfRule(code: string): boolean {
  return code.startsWith('custom/') || (ruleCodes as readonly string[]).includes(code)
}

function told({ message, severity, span, label, help, fixes = [] }: Diagnostic): FoundByRule {
  const { line, column } =
    span === undefined ? { line: 1, column: 1 } : positionAt(lineStarts(span.file.text), span.start)
  return {
    message,
    severity,
    path: span?.file.path ?? '',
    line,
    column,
    text: span?.file.text.slice(span.start, span.end) ?? '',
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { help }),
    fixes: fixes.map(({ title }) => title),
  }
}

function placeOf({ span }: Diagnostic): string {
  if (span === undefined) return ''
  const { line, column } = positionAt(lineStarts(span.file.text), span.start)
  return `${span.file.path}:${line}:${column} `
}
