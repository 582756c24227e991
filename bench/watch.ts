import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { KeptReader } from '../generator/cli/watch/kept-reader.ts'
import { emitters } from '../generator/emit/index.ts'
import { Generation } from '../generator/generation.ts'
import { nodeFileSystem } from '../generator/output/file-system.ts'
import { StandingOutput } from '../generator/output/standing-output.ts'
import { Workspace } from '../generator/workspace/workspace.ts'
import { syntheticSpec } from '../test/support/synthetic-spec.ts'

/**
 * From an edit of one entity to files written, in process, beside the first build of the same process, which does all the
 * same work on a spec it has never seen. The milliseconds in which a watch waits for silence are no part of it.
 *
 *   node bench/watch.ts
 *   node bench/watch.ts --entities 40 --rounds 50 --stages
 */
const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '40,2000,10000' },
    rounds: { type: 'string', default: '21' },
    stages: { type: 'boolean', default: false },
  },
})

/** What somebody does to an entity; each changes its output. `$` stands for the round. */
const edits = [
  { name: 'the text about it', from: /about: Item (\d+)[^\n]*/, to: 'about: Item $1, as it was told in round $.' },
  { name: 'the length of a field', from: /type: string\(\d+\)/, to: 'type: string($)' },
  { name: 'a field more', from: /note: text\?\n/, to: 'note: text?\n        more_$: int?\n' },
] as const

interface Build {
  readonly read: number
  readonly check: number
  readonly emit: number
  readonly write: number
  readonly all: number
  /** Of this process, user and system: what a machine that is shared with others does to the clock it does less to this. */
  readonly cpu: number
  readonly written: number
}

/** A spec on a disk, and what follows it. */
class Followed {
  readonly #folder: string
  readonly #workspace: Workspace
  readonly #generation = new Generation(emitters)
  readonly #output: StandingOutput

  constructor(folder: string) {
    this.#folder = folder
    this.#workspace = new Workspace(new KeptReader(folder))
    this.#output = new StandingOutput(join(folder, 'generated'), nodeFileSystem)
  }

  async build(): Promise<Build> {
    const usage = process.cpuUsage()
    const start = performance.now()
    const loaded = this.#workspace.load('stowage.yaml')
    const read = performance.now()
    const { diagnostics, model } = this.#workspace.analyzeLoaded(loaded)
    const check = performance.now()
    if (model === undefined || diagnostics.some(({ severity }) => severity === 'error'))
      throw new Error(`${this.#folder} has ${diagnostics.length} findings: ${diagnostics[0]?.message}`)
    const files = this.#generation.generate(model)
    const emit = performance.now()
    const { plan } = await this.#output.update(files, { patience: 0, onWait: () => undefined })
    const end = performance.now()
    const { system, user } = process.cpuUsage(usage)
    const cpu = (system + user) / 1000
    const written = plan.changes.filter(({ kind }) => kind !== 'same').length
    return {
      read: read - start,
      check: check - read,
      emit: emit - check,
      write: end - emit,
      all: end - start,
      cpu,
      written,
    }
  }
}

const head = '| entities | the edit | first build ms (CPU) | median ms | p95 ms | median CPU ms | files written |'
process.stdout.write(
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${values.rounds} rounds\n\n`,
)
process.stdout.write(`${head}\n|--:|---|--:|--:|--:|--:|--:|\n`)
for (const entities of values.entities.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-watch-'))
  try {
    for (const { path, text } of syntheticSpec(entities)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    await measure(folder, entities)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, entities: number): Promise<void> {
  const followed = new Followed(folder)
  const first = await followed.build()
  const path = join(folder, 'domains/area-2.yaml')
  const original = readFileSync(path, 'utf8')
  for (const { from, name, to } of edits) {
    const builds: Build[] = []
    for (let round = -1; round < Number(values.rounds); round += 1) {
      writeFileSync(
        path,
        original.replace(
          from,
          to
            .replace('$.', `${round + 2}.`)
            .replace('($)', `(${round + 10})`)
            .replace('_$', `_${round + 2}`),
        ),
      )
      // A watch waits too; what was written in the same instant is read again.
      await sleep(100)
      const build = await followed.build()
      if (round >= 0) builds.push(build)
    }
    writeFileSync(path, original)
    await sleep(100)
    await followed.build()
    const at = (share: number, of: (build: Build) => number): string => {
      const sorted = builds.map(of).sort((a, b) => a - b)
      return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(0)
    }
    const all = (build: Build): number => build.all
    process.stdout.write(
      `| ${entities} | ${name} | ${first.all.toFixed(0)} (${first.cpu.toFixed(0)}) | ${at(0.5, all)} | ${at(0.95, all)} | ${at(0.5, ({ cpu }) => cpu)} | ${at(0.5, ({ written }) => written)} |\n`,
    )
    if (values.stages) {
      const stages = (['read', 'check', 'emit', 'write'] as const).map(
        (stage) => `${stage} ${at(0.5, (build) => build[stage])}`,
      )
      process.stdout.write(`|  | ${stages.join(', ')} | | | | | |\n`)
    }
  }
}
