import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../generator/analyze.ts'
import { diskReader } from '../generator/cli/disk-reader.ts'
import { Collector } from '../generator/diagnostic/collector.ts'
import { plainPalette } from '../generator/diagnostic/palette.ts'
import type { OutputFile } from '../generator/emit/emitter.ts'
import { emitters } from '../generator/emit/index.ts'
import { loadSpec } from '../generator/front/load.ts'
import { generate } from '../generator/generate.ts'
import { renderText } from '../generator/report/text.ts'
import { docLinksOf } from '../generator/site/doc-links.ts'

/**
 * Every folder of test/cases is a spec with its report (`diagnostics.txt`, absent where there is none) and, save those of a
 * mistake, its output (`expected/`), but for the files that every spec gets alike: those stand in generated/, which
 * `generate --check` guards. A missing and a surplus file both fail. `npm run accept` records what is there now.
 */
const cases = join(import.meta.dirname, 'cases')
const accept = process.env.ACCEPT === '1'

function compile(folder: string): { readonly report: string; readonly output: ReadonlyMap<string, string> } {
  const collector = new Collector()
  const { files, parsed } = loadSpec('spec/stowage.yaml', diskReader(folder), collector.report)
  const analysis = analyze(files, parsed, collector.sorted())
  const { model, diagnostics } = analysis
  const links = model && docLinksOf(model, parsed)
  const sound = model !== undefined && !diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  return {
    report: renderText({ ...analysis, files, ...(links === undefined ? {} : { links }) }, plainPalette),
    output: new Map(
      sound ? generate(model, emitters).flatMap((file) => (isShared(file) ? [] : [[file.path, file.text]])) : [],
    ),
  }
}

function isShared({ path, text }: OutputFile): boolean {
  const twin = join('generated', path)
  return existsSync(twin) && readFileSync(twin, 'utf8') === text
}

function recorded(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
    }),
  )
}

function record(folder: string, report: string, output: ReadonlyMap<string, string>): void {
  rmSync(join(folder, 'expected'), { recursive: true, force: true })
  rmSync(join(folder, 'diagnostics.txt'), { force: true })
  if (report !== '') writeFileSync(join(folder, 'diagnostics.txt'), report)
  for (const [path, text] of output) {
    mkdirSync(dirname(join(folder, 'expected', path)), { recursive: true })
    writeFileSync(join(folder, 'expected', path), text)
  }
}

describe.each(readdirSync(cases).sort())('case %s', (name) => {
  const folder = join(cases, name)
  const isMistake = name.startsWith('mistake-')
  const { report, output } = compile(folder)
  if (accept) record(folder, report, isMistake ? new Map() : output)

  test('gives the recorded report', () => {
    const path = join(folder, 'diagnostics.txt')
    expect(report).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '')
    if (isMistake) expect(report).not.toBe('')
  })

  // A mistake is its report alone, also where it is a warning and the output is made.
  if (isMistake) return

  test('gives the recorded output', () => {
    const expected = recorded(join(folder, 'expected'))
    expect([...output.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [path, text] of output) expect(text, path).toBe(expected.get(path))
    expect(output.size).toBeGreaterThan(0)
  })
})
