import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import { codes, ruleCodes } from '../../generator/diagnostic/codes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import { renderText } from '../../generator/report/text.ts'
import { rules } from '../../generator/rules/index.ts'
import { lineStarts, positionAt, type SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'

const accept = process.env.ACCEPT === '1'
const here = import.meta.dirname
const root = join(here, '../..')

/** The comment that a broken spec puts on each line at which its rule must point. */
const marker = '# here'

/** It goes on so where the mend is not mechanical: that finding is left when the fixes are made. */
const byHand = '# here, by hand'

test('every code has its rule, in the order of the codes, and no rule another code', () => {
  expect(rules.map(({ code }) => code)).toEqual(ruleCodes)
})

test('no page and no case is left of a code that is gone', () => {
  const cases = globSync('*/*/', { cwd: here, onlyDirectories: true }).map((path) => path.replace(/\/$/, ''))
  expect(cases.sort()).toEqual([...ruleCodes].sort())
  const pages = globSync('**/*.md', { cwd: join(root, 'docs/rules') }).map((path) => path.replace(/\.md$/, ''))
  expect(pages.filter((page) => !(codes as readonly string[]).includes(page))).toEqual([])
})

describe.each(ruleCodes)('%s', (code) => {
  const rule = rules.find((candidate) => candidate.code === code)
  const folder = join(here, code)
  const invalid = (): readonly SourceFile[] => sourcesIn(join(folder, 'invalid'))

  test('has a file of its own', () => {
    expect(readFileSync(join(root, 'generator/rules', `${code}.ts`), 'utf8')).toContain(`code: '${code}'`)
  })

  test('has a page that explains it, with examples that are YAML', () => {
    const text = readFileSync(join(root, 'docs/rules', `${code}.md`), 'utf8')
    const headings = text.split('\n').filter((line) => line.startsWith('#'))
    expect(headings).toEqual([`# ${code}`, '## Why', '## How to fix', '## Example'])
    const examples = [...text.matchAll(/(Wrong|Right):\n\n```yaml\n(.*?)```/gs)]
    expect(examples.map(([, kind]) => kind)).toEqual(['Wrong', 'Right'])
    for (const [, , yaml = ''] of examples) expect(parseDocument(yaml).errors).toEqual([])
  })

  test('is content with a sound spec', () => {
    expect(analyze(sourcesIn(join(folder, 'valid'))).diagnostics.map(brief)).toEqual([])
  })

  test('points at the marked lines of a broken spec, and nothing else does', () => {
    const files = invalid()
    const { diagnostics } = analyze(files)
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]))
    expect(new Set(diagnostics.map(lineOf))).toEqual(new Set(files.flatMap((file) => linesWith(marker, file))))
  })

  test('gives the report that was read and found helpful', () => {
    const files = invalid()
    sameAs(join(folder, 'report.txt'), renderText({ ...analyze(files), files }, plainPalette))
  })

  test('mends what it says it can mend, and the mended spec compiles', () => {
    const fixed = fixAll(invalid())
    const fixes = analyze(invalid()).diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? [])
    expect(fixes.length > 0).toBe(rule?.fixable)
    if (rule?.fixable !== true) {
      expect(existsSync(join(folder, 'fixed'))).toBe(false)
      return
    }
    if (accept) rmSync(join(folder, 'fixed'), { recursive: true, force: true })
    for (const file of fixed) sameAs(join(folder, 'fixed', file.path), file.text)
    const left = analyze(fixed).diagnostics
    expect(left.map(lineOf)).toEqual(fixed.flatMap((file) => linesWith(byHand, file)))
    expect(left.filter((diagnostic) => diagnostic.code !== code).map(brief)).toEqual([])
  })
})

describe('docs/rules.md', () => {
  test('lists every rule with its preset, severity and summary', () => {
    const path = join(root, 'docs/rules.md')
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '<!-- rules -->\n<!-- end -->\n'
    const [head = '', rest = ''] = text.split('<!-- rules -->')
    const [, tail = ''] = rest.split('<!-- end -->')
    sameAs(path, `${head}<!-- rules -->\n${table()}<!-- end -->${tail}`)
  })
})

/** Applies fixes until there is none, as `lint --fix` does. */
function fixAll(files: readonly SourceFile[]): readonly SourceFile[] {
  let current = files
  for (let round = 0; round < 10; round += 1) {
    const { files: changed } = applyFixes(current, analyze(current).diagnostics)
    if (changed.length === 0) return current
    const byPath = new Map(changed.map((file) => [file.path, file]))
    current = current.map((file) => byPath.get(file.path) ?? file)
  }
  throw new Error('the fixes do not come to an end')
}

function lineOf({ span }: Diagnostic): string {
  if (span === undefined) return 'nowhere'
  return `${span.file.path}:${positionAt(lineStarts(span.file.text), span.start).line}`
}

function linesWith(comment: string, { path, text }: SourceFile): readonly string[] {
  return text.split('\n').flatMap((line, index) => (line.includes(comment) ? [`${path}:${index + 1}`] : []))
}

function brief(diagnostic: Diagnostic): string {
  return `${lineOf(diagnostic)} ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`
}

function sameAs(path: string, text: string): void {
  if (accept) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `nothing: ${path} is missing`)
}

function table(): string {
  const rows = rules.map(
    ({ code, preset, severity, fixable, summary }) =>
      `| [${code}](rules/${code}.md) | ${preset} | ${severity} | ${fixable ? 'yes' : ''} | ${summary} |`,
  )
  return `\n| rule | from preset | severity | fix | asks that |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n`
}
