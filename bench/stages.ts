import { isUtf8 } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { emitters } from '../generator/emit/index.ts'
import { parse } from '../generator/front/parse.ts'
import { resolve } from '../generator/front/resolve/resolve.ts'
import { checkShape } from '../generator/front/shape.ts'
import type { GeneratedFile } from '../generator/generate.ts'
import { nodeFileSystem } from '../generator/output/file-system.ts'
import { inspect, update } from '../generator/output/update.ts'
import { rules } from '../generator/rules/index.ts'
import { lint } from '../generator/rules/lint.ts'
import { TemporaryFolder } from '../test/support/temporary-folder.ts'
import { syntheticModel } from './model/model.ts'
import { stowageFiles } from './model/stowage.ts'
import { median } from './runner/statistics.ts'

/**
 * What each stage costs, in process: processor time the first time in a process, and the median of the times after it; by
 * entity, by bytes, and as growth from the size before, where 1.00 is linear.
 *
 *   node bench/stages.ts
 *   node bench/stages.ts --entities 40,400,2000,10000 --rounds 3
 *   node --cpu-prof bench/stages.ts --one 2000      # a profile of one size
 */
const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '40,400,2000' },
    rounds: { type: 'string', default: '5' },
    one: { type: 'string' },
  },
})

/** Milliseconds of processor time of a stage in each round, and the bytes that it reads or makes, where that is its measure. */
interface Stage {
  readonly name: string
  readonly times: readonly number[]
  readonly bytes?: number
}

if (values.one === undefined) process.stdout.write(tableOf(values.entities.split(',').map(Number)))
else process.stdout.write(JSON.stringify(await stagesOf(Number(values.one), Number(values.rounds))))

/** Each size in a process of its own, so that each has a first time. */
function tableOf(sizes: readonly number[]): string {
  const lines: string[] = []
  let before = new Map<string, number>()
  for (const size of sizes) {
    const args = [import.meta.filename, '--one', `${size}`, '--rounds', values.rounds]
    const { status, stdout } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`${size} entities: ended with ${status}`)
    const stages: readonly Stage[] = JSON.parse(stdout)
    const costs = new Map<string, number>()
    for (const { bytes, name, times } of stages) {
      const [first = Number.NaN, ...later] = times
      const usual = median(later)
      const each = (usual * 1000) / size
      costs.set(name, each)
      const growth = each / (before.get(name) ?? Number.NaN)
      const speed = bytes === undefined ? '' : (bytes / usual / 1000).toFixed(0)
      const cells = [size, name, first.toFixed(1), usual.toFixed(1), each.toFixed(1), speed, ratio(growth)]
      lines.push(`| ${cells.join(' | ')} |`)
    }
    before = costs
  }
  const head = '| entities | stage | first CPU ms | later CPU ms | us an entity | MB/s | growth |'
  return `Node.js ${process.version}, ${values.rounds} rounds\n\n${head}\n|--:|---|--:|--:|--:|--:|--:|\n${lines.join('\n')}\n`
}

function ratio(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(2)
}

/** Everything from bytes to files, in each round anew: what is kept by model is made again, as in a run of the command. */
async function stagesOf(size: number, rounds: number): Promise<readonly Stage[]> {
  const spec = stowageFiles(syntheticModel(size)).map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))
  const read = sum(spec.map(({ bytes }) => bytes.length))
  const stages = new Map<string, { name: string; times: number[]; bytes?: number }>()
  const add = (name: string, milliseconds: number, bytes?: number): void => {
    const stage = stages.get(name) ?? { name, times: [], ...(bytes === undefined ? {} : { bytes }) }
    stage.times.push(milliseconds)
    stages.set(name, stage)
  }
  const timed = <T>(name: string, run: () => T, bytes?: number): T => {
    const start = process.cpuUsage()
    const result = run()
    add(name, since(start), bytes)
    return result
  }
  using folder = new TemporaryFolder()
  for (let round = 0; round <= rounds; round += 1) {
    const files = timed('decode', () => spec.map(({ bytes, path }) => ({ path, text: decoded(bytes) })), read)
    const parsed = timed('parse', () => files.map((file) => present(parse(file, fail))), read)
    const shaped = timed('shape', () => parsed.map((document) => checkShape(document, fail)))
    const model = timed('resolve', () => present(resolve(shaped, [], fail)))
    timed('lint', () => lint(model, rules, fail))
    const output: GeneratedFile[] = []
    for (const emitter of emitters) {
      const start = process.cpuUsage()
      const made = [...emitter.emit(model)]
      add(`emit ${emitter.name}`, since(start), bytesOf(made))
      for (const file of made) output.push({ ...file, emitter: emitter.name })
    }
    const written = bytesOf(output)
    const root = join(folder.path, `round-${round}`)
    timed('plan, nothing there', () => inspect(root, output, {}, nodeFileSystem), written)
    const start = process.cpuUsage()
    await update(root, output, { patience: 0, onWait: () => undefined }, nodeFileSystem)
    add('plan and write', since(start), written)
    timed('plan, all there', () => inspect(root, output, {}, nodeFileSystem), written)
  }
  return [...stages.values()]
}

function since(start: NodeJS.CpuUsage): number {
  const { system, user } = process.cpuUsage(start)
  return (system + user) / 1000
}

function bytesOf(files: readonly { readonly text: string }[]): number {
  return sum(files.map(({ text }) => Buffer.byteLength(text)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** As front/load/open-file.ts does it. */
function decoded(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new Error('not UTF-8')
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the synthetic spec is broken')
  return value
}

function fail({ code, message }: { readonly code: string; readonly message: string }): never {
  throw new Error(`${code}: ${message}`)
}
