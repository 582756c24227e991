import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import puppeteer from 'puppeteer'
import { analyze } from '../generator/analyze.ts'
import { browserPlaces } from '../generator/cli/drawing/browser-places.ts'
import { Drawer } from '../generator/cli/drawing/drawer.ts'
import { findMermaid } from '../generator/cli/drawing/mermaid-package.ts'
import { allFigures, figuresOf } from '../generator/figures/figures.ts'
import type { Model } from '../generator/model/model.ts'
import { soundModel } from '../test/support/analyze-folder.ts'
import { syntheticSpec } from '../test/support/synthetic-spec.ts'

/**
 * Draws every diagram of the reference spec and of a synthetic one, each once in light colours (dark ones take as
 * long), and some of them with Mermaid's own `mmdc`, a process each.
 *
 *   node bench/diagrams.ts
 *   node bench/diagrams.ts --entities 500 --sample 5
 *   node bench/diagrams.ts --entities 0        the reference spec alone
 */
const { values } = parseArgs({
  options: { entities: { type: 'string', default: '500' }, sample: { type: 'string', default: '5' } },
})
const root = resolve(import.meta.dirname, '..')

interface Drawn {
  readonly path: string
  readonly seconds: number
  readonly bytes: number
  readonly packed: number
}

const mermaid = findMermaid(root)
if (mermaid === undefined) throw new Error('Mermaid is not installed')
const start = performance.now()
const drawer = await Drawer.start(puppeteer, mermaid, browserPlaces({ folder: root, env: process.env }))
if ('tried' in drawer) throw new Error(drawer.tried.join('\n'))
const startSeconds = (performance.now() - start) / 1000
try {
  const load = loadavg()[0]?.toFixed(1)
  print(
    `Node ${process.version}, ${cpus().length} cores (load ${load}), ${drawer.browserName}, Mermaid ${mermaid.version}`,
  )
  print(`Browser, page and Mermaid: ${startSeconds.toFixed(1)} s\n`)
  const reference = soundModel(join(root, 'spec'))
  await report('the reference spec', reference)
  if (Number(values.sample) > 0) compare(reference, Number(values.sample))
  if (Number(values.entities) > 0) {
    const { model } = analyze(syntheticSpec(Number(values.entities)))
    if (model === undefined) throw new Error('the synthetic spec is not sound')
    await report(`${values.entities} entities`, model)
  }
} finally {
  await drawer.close()
}

/** Draws all diagrams of a spec and prints a row for each kind. */
async function report(title: string, model: Model): Promise<void> {
  const drawn: Drawn[] = []
  for (const { path, text } of allFigures(figuresOf(model))) {
    const drawing = 'draw' in drawer ? await timed(drawer, path, text) : undefined
    if (drawing !== undefined) drawn.push(drawing)
  }
  const kinds = Map.groupBy(drawn, ({ path }) => path.split('/')[0] ?? '')
  print(`| ${title} | diagrams | s each, median | s, longest | s in all | kB in all | kB packed |`)
  print('|---|--:|--:|--:|--:|--:|--:|')
  for (const [kind, list] of [...kinds, ['all', drawn] as const]) {
    const seconds = list.map((each) => each.seconds).sort((a, b) => a - b)
    const total = (of: (each: Drawn) => number): number => list.reduce((sum, each) => sum + of(each), 0)
    const cells = [
      kind,
      list.length,
      (seconds[Math.floor(seconds.length / 2)] ?? 0).toFixed(2),
      (seconds.at(-1) ?? 0).toFixed(2),
      total((each) => each.seconds).toFixed(1),
      Math.round(total((each) => each.bytes) / 1000),
      Math.round(total((each) => each.packed) / 1000),
    ]
    print(`| ${cells.join(' | ')} |`)
  }
  print('')
}

async function timed(by: Drawer, path: string, text: string): Promise<Drawn | undefined> {
  const before = performance.now()
  const drawing = await by.draw(text)
  const seconds = (performance.now() - before) / 1000
  if ('refusal' in drawing) {
    print(`NOT DRAWN ${path}: ${drawing.refusal}`)
    return undefined
  }
  return { path, seconds, bytes: drawing.svg.length, packed: gzipSync(drawing.svg).length }
}

/** What `mmdc` takes for some of the same diagrams, evenly chosen, and how large its files are. */
function compare(model: Model, sample: number): void {
  const figures = allFigures(figuresOf(model))
  const chosen = Array.from({ length: sample }, (_, at) => figures[Math.floor((at * figures.length) / sample)])
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'))
  try {
    const settings = join(folder, 'browser.json')
    const path = 'draw' in drawer ? drawer.browserName.split(' at ')[1] : undefined
    writeFileSync(settings, JSON.stringify({ executablePath: path, args: ['--no-sandbox'] }))
    print('| mmdc, a process each | s | kB |\n|---|--:|--:|')
    for (const figure of chosen) {
      if (figure === undefined) continue
      const file = join(folder, 'a.mmd')
      writeFileSync(file, figure.text)
      const before = performance.now()
      const args = ['-q', '-p', settings, '-i', file, '-o', '-', '-e', 'svg']
      const mmdc = join(root, 'node_modules/@mermaid-js/mermaid-cli/src/cli.js')
      const { status, stdout } = spawnSync(process.execPath, [mmdc, ...args], { maxBuffer: 2 ** 28 })
      const seconds = ((performance.now() - before) / 1000).toFixed(2)
      print(`| ${figure.path} | ${status === 0 ? seconds : 'failed'} | ${Math.round(stdout.length / 1000)} |`)
    }
    print('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
