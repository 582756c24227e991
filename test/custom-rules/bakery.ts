import { analyze } from '../../generator/analyze.ts'
import { type LoadedRule, loadCustomRules } from '../../generator/cli/custom-rules/load.ts'
import { diskReader } from '../../generator/cli/disk-reader.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { loadSpec } from '../../generator/front/load.ts'
import { ruleFilesOf } from '../../generator/front/rule-files.ts'
import { lineStarts, positionAt } from '../../generator/source/source-file.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

/** The project file of a bakery with rules of its own. */
export function bakeryProject(rules: string): string {
  return `stowage: 1
name: bakery
include: [orders.yaml]
stores: { postgres: { version: 16, url: POSTGRES_URL } }
rules: { extends: minimal, ${rules} }
`
}

export const orders = `domain: Orders
about: What is sold over the counter.
entities:
  Order:
    about: What somebody takes home.
    postgres:
      why: it is counted
      fields:
        id:     { type: uuid, primary: true, about: Its key. }
        ref_id: { type: ulid, public_id: true, about: Its public id. }
        total:  { type: float, about: What it costs. }
        weight: { type: 'float?', about: In grams. }
        loaves: { type: int, about: How many. }
  Baker:
    about: Who bakes.
    postgres:
      why: orders refer to it
      fields:
        id:     { type: uuid, primary: true, about: Its key. }
        ref_id: { type: ulid, public_id: true, about: Its public id. }
        name:   { type: string(80), about: What they are called. }
`

/** A rule of one line, whose check is given. */
export function ruleText(code: string, check: string, more: string = ''): string {
  return `import { defineRule, declaredFields, rename, replaceText } from 'stowage/rules'
export default defineRule({
  code: '${code}', severity: 'warning', summary: 'a rule of a test',${more}
  check(model, report) {
    ${check}
  },
})
`
}

/** A folder with the bakery's spec and rule files, by their names in `rules/`. */
export function bakery(
  rules: Readonly<Record<string, string>>,
  settings: string = 'files: [../rules/*]',
): TemporaryFolder {
  const folder = new TemporaryFolder()
  folder.write([
    { path: 'spec/stowage.yaml', text: bakeryProject(settings) },
    { path: 'spec/orders.yaml', text: orders },
    ...Object.entries(rules).map(([name, text]) => ({ path: `rules/${name}`, text })),
  ])
  return folder
}

/** Loads the rules of a folder and lints its spec. */
export async function lintFolder(
  folder: string,
): Promise<{ readonly rules: readonly LoadedRule[]; readonly diagnostics: readonly Diagnostic[] }> {
  const found: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic)
  const { files, parsed } = loadSpec('spec/stowage.yaml', diskReader(folder), report)
  const rules = await loadCustomRules(folder, ruleFilesOf(parsed), report)
  return { rules, diagnostics: analyze(files, parsed, found, rules).diagnostics }
}

/** `rules/a.ts:3:5 rules/failed "total": message`, for each. */
export function brief(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, message, span }) => {
    if (span === undefined) return `${code}: ${message}`
    const { line, column } = positionAt(lineStarts(span.file.text), span.start)
    const text = span.file.text.slice(span.start, span.end)
    return `${span.file.path}:${line}:${column} ${code} ${JSON.stringify(text)}: ${message}`
  })
}
