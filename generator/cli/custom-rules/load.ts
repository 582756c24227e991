import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type ExportFault, exportedRules } from '../../api/exported-rules.ts'
import { guardedRule } from '../../api/guarded-rule.ts'
import type { RuleDefinition } from '../../api/rule-definition.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { RuleFilePattern } from '../../front/rule-files.ts'
import type { Rule } from '../../rules/rule.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'
import { diskReader } from '../disk-reader.ts'
import { codePlace, secondCode } from './code-place.ts'
import { errorPlace } from './error-place.ts'
import { importRuleFile } from './import-rule-file.ts'
import { loadFailure } from './load-failure.ts'
import { type RulePath, rulePaths } from './rule-paths.ts'

/** A rule of a project's own, and where it comes from. */
export interface LoadedRule extends Rule {
  /** Markdown, for `stowage explain`. */
  readonly docs?: string
  /** Where its code stands in its file; the file's start where it is not written out there. */
  readonly span: Span
}

/** What became of a rule file, and the texts of which that is true. */
interface LoadedFile {
  readonly rules: readonly LoadedRule[]
  /** What is wrong with it, for whoever names it: places in the spec are those of the text that it has now. */
  readonly found: (named: RulePath) => readonly Diagnostic[]
  readonly hashes: ReadonlyMap<string, string>
}

/** By absolute path. Kept for the process, as Node.js keeps the modules. */
const loaded = new Map<string, LoadedFile>()

/**
 * Loads the rules that a project names. A mistake in them is reported and never thrown. Called again, it loads those files
 * anew that changed, or of which something changed that they import by a relative path; of the others it gives the same
 * rules, so that who asks can tell by identity.
 *
 * Their code runs here, with all rights of the process.
 *
 * @param folder the project's, absolute
 */
export async function loadCustomRules(
  folder: string,
  patterns: readonly RuleFilePattern[],
  report: Report,
): Promise<readonly LoadedRule[]> {
  if (patterns.length === 0) return []
  const root = realpathSync(folder)
  const reader = diskReader(root)
  const byCode = new Map<string, LoadedRule>()
  for (const path of rulePaths(patterns, reader, report)) {
    const file = readRuleFile(path, reader, report)
    if (file === undefined) continue
    const { rules, found } = await load(path, file, root)
    for (const diagnostic of found(path)) report(diagnostic)
    for (const rule of rules) {
      const first = byCode.get(rule.code)
      if (first === undefined) byCode.set(rule.code, rule)
      else report(secondCode(rule, first))
    }
  }
  return [...byCode.values()]
}

/** The files on which the rules depend that were loaded below a folder, absolute: a change of one is seen at the next load. */
export function watchedRuleFiles(folder: string): readonly string[] {
  const root = realpathSync(folder)
  const files = [...loaded].flatMap(([path, { hashes }]) =>
    path.startsWith(`${root}${sep}`) ? [...hashes.keys()] : [],
  )
  return [...new Set(files)].sort()
}

/** The file, which must be there, be readable and lie in the project; else that is reported. */
function readRuleFile(
  { path, named }: RulePath,
  reader: ReturnType<typeof diskReader>,
  report: Report,
): SourceFile | undefined {
  try {
    const bytes = reader.read(path)
    if (bytes !== undefined) return { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
    report({
      code: 'rules/missing-file',
      severity: 'error',
      message: `there is no rule file ${quoted(path)}`,
      span: named.span,
      label: 'not there',
      help: 'paths are relative to the project file',
    })
  } catch (error) {
    report({
      code: 'rules/unreadable-file',
      severity: 'error',
      message: `rule file ${quoted(path)} cannot be read: ${error instanceof Error ? error.message : 'the disk refuses'}`,
      span: named.span,
      label: 'names the file',
      help: 'check that it is a file and that its permissions let you read it',
    })
  }
  return undefined
}

async function load(path: RulePath, file: SourceFile, root: string): Promise<LoadedFile> {
  const absolute = join(root, path.path)
  const before = loaded.get(absolute)
  if (before !== undefined && [...before.hashes].every(([name, hash]) => hashOf(name) === hash)) return before
  // Read before the import: where a file changes in between, the next call sees that it did.
  const own = [absolute, hashOf(absolute)] as const
  const { module, error, files } = await importRuleFile(absolute)
  const hashes = new Map([...files.map((name) => [name, hashOf(name)] as const), own])
  const after =
    module === undefined
      ? { rules: [], found: (named: RulePath) => [loadFailure(named, error, root)], hashes }
      : { ...rulesOf(module, file, root), hashes }
  loaded.set(absolute, after)
  return after
}

function rulesOf(
  module: Readonly<Record<string, unknown>>,
  file: SourceFile,
  root: string,
): Pick<LoadedFile, 'rules' | 'found'> {
  try {
    const { rules, faults } = exportedRules(module)
    return {
      rules: rules.map((definition) => loadedRule(definition, file, root)),
      found: () => faults.map((fault) => badRule(fault, file)),
    }
  } catch (error) {
    // To look at an export runs code too: a getter's, a proxy's.
    return { rules: [], found: (named) => [loadFailure(named, error, root)] }
  }
}

function badRule({ message, help, near }: ExportFault, file: SourceFile): Diagnostic {
  return {
    code: 'rules/bad-rule',
    severity: 'error',
    message: `rule file ${quoted(file.path)}: ${message}`,
    span: codePlace(near, file),
    help,
  }
}

function loadedRule(definition: RuleDefinition, file: SourceFile, root: string): LoadedRule {
  const { code, docs } = definition
  const span = codePlace(code, file)
  const rule = guardedRule(definition, (error) => errorPlace(error, root) ?? span)
  return { ...rule, ...(docs === undefined ? {} : { docs }), span }
}

/** Of a file that is not there, a text that no hash is. */
function hashOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return ''
  }
}
