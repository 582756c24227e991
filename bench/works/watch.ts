import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dialects } from '../model/dialects.ts'
import { InputFolder } from '../runner/input-folder.ts'
import type { Outcome } from '../runner/measure.ts'
import type { Command } from '../runner/run-once.ts'
import { median } from '../runner/statistics.ts'
import { WatchedProcess } from '../runner/watched-process.ts'
import type { Lab, Work } from '../runner/work.ts'
import { quiet } from './generators.ts'

/** A command that watches, what is edited below it, and how it tells that it is done. */
interface Watcher extends Command {
  readonly name: string
  readonly edited: string
  /** Output that shows the edit. */
  readonly product: string
  readonly ready: RegExp
  /** What it says after a rebuild; its first group, where it has one, is its own count of milliseconds. */
  readonly done: RegExp
}

const edit = 'stowage, an edit to its output'
const rebuild = 'stowage, of that the rebuild'
const typespec = 'TypeSpec, an edit to its output'

/** How many edits there are for each round of the other works: they are short. */
const editsPerRound = 4
const uncounted = 5

/** Seconds of silence between two edits: each is done with before the next one. */
const pause = 0.3

/**
 * The text about one entity is edited and saved, by turns below Stowage's watch and TypeSpec's, each a process that has built
 * everything once. Stowage waits for 25 ms of silence first, which is no part of the rebuild that it counts itself.
 */
export function watchWork(size: number, milliseconds: number): Work {
  return {
    id: `watch-${size}`,
    title: `an edit in watch mode, ${size.toLocaleString('en')} entities`,
    sizes: [size],
    isQuick: size <= 40,
    usesPeers: true,
    cap: 120,
    goals: [
      { kind: 'time', of: rebuild, milliseconds },
      ...(size === 2000 ? [{ kind: 'ratio', of: edit, by: typespec, limit: 0.05 } as const] : []),
    ],
    run: async (lab, { cap, progress, rounds }) => {
      const watchers = watchersOf(lab, size)
      const times = new Map<string, readonly number[]>()
      const add = (name: string, seconds: number): unknown => times.set(name, [...(times.get(name) ?? []), seconds])
      await using started = new AsyncDisposableStack()
      const running = watchers.map((watcher) => ({ watcher, process: started.use(new WatchedProcess(watcher)) }))
      for (const { process, watcher } of running) await process.says(watcher.ready, cap)
      for (let round = 1 - uncounted; round <= rounds * editsPerRound; round += 1)
        for (const { process, watcher } of running) {
          await sleep(pause * 1000)
          const { own, seconds } = await editOnce(watcher, process, round, cap)
          if (round < 1) continue
          add(watcher.name, seconds)
          if (own !== undefined) add(rebuild, own)
          progress(`edit ${round}, ${watcher.name}: ${(seconds * 1000).toFixed(0)} ms`)
        }
      return new Map([...times].map(([name, seconds]) => [name, outcomeOf(seconds)]))
    },
  }
}

/** Edits, waits, and makes sure that the output has the edit. */
async function editOnce(
  { done, edited, name, product }: Watcher,
  process: WatchedProcess,
  round: number,
  cap: number,
): Promise<{ readonly seconds: number; readonly own: number | undefined }> {
  const text = readFileSync(edited, 'utf8').replace(/Item 12 of[^.*\n]*/, `Item 12 of round ${round}`)
  const before = performance.now()
  writeFileSync(edited, text)
  const [, milliseconds] = await process.says(done, cap)
  const seconds = (performance.now() - before) / 1000
  if (!readFileSync(product, 'utf8').includes(`Item 12 of round ${round}`)) throw new Error(`${name} missed an edit`)
  return { seconds, own: milliseconds === undefined ? undefined : Number(milliseconds) / 1000 }
}

function outcomeOf(seconds: readonly number[]): Outcome {
  const unknown = Number.NaN
  return { kind: 'measured', rounds: seconds.length, seconds: median(seconds), cpu: unknown, megabytes: unknown }
}

function watchersOf(lab: Lab, size: number): readonly Watcher[] {
  const model = lab.modelOf(size)
  const spec = dialects.stowage(model)
  const own = new InputFolder(join(lab.folder, 'own'), spec)
  const edited = spec.find(({ text }) => text.includes('Item 12 of'))
  if (edited === undefined) throw new Error('the model has too few entities')
  const stowage: Watcher = {
    name: edit,
    command: [...lab.stowage, 'generate', '--watch'],
    cwd: own.path,
    edited: join(own.path, edited.path),
    product: join(own.path, 'generated/docs/entities/item12.md'),
    ready: /watching the spec/,
    done: /changed .* (\d+) ms\n/,
  }
  if (!lab.withPeers || size > mostForTypespec) return [stowage]
  const modules = join(lab.peers, 'node_modules')
  const other = new InputFolder(join(lab.folder, 'typespec'), dialects.typespec(model), modules)
  const emit = ['--emit', '@typespec/json-schema', '--output-dir', 'output']
  const compiler = join(modules, '@typespec/compiler/cmd/tsp.js')
  return [
    stowage,
    {
      name: typespec,
      command: [process.execPath, compiler, 'compile', 'main.tsp', '--watch', ...emit],
      cwd: other.path,
      env: quiet(lab.peers),
      edited: join(other.path, 'main.tsp'),
      product: join(other.path, 'output/@typespec/json-schema/Item12.yaml'),
      ready: /Compilation completed/,
      done: /Compilation completed/,
    },
  ]
}

/** It takes a quarter of a minute for an edit at 10,000, and the goal is about 2,000. */
const mostForTypespec = 2000
