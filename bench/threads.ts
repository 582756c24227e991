import { spawnSync } from 'node:child_process'
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { analyze } from '../generator/analyze.ts'
import { Emission } from '../generator/cli/second-thread/emission.ts'
import { Stages } from '../generator/cli/stages.ts'
import { emitters } from '../generator/emit/index.ts'
import { sha256 } from '../generator/output/hash.ts'
import { syntheticModel } from './model/model.ts'
import { stowageFiles } from './model/stowage.ts'
import { median } from './runner/statistics.ts'

/**
 * From the texts of a spec to the hashes of its output, in one thread and in two, by turns, each in a process of its own: from which
 * size on the second thread is worth its start, and what it takes of memory.
 *
 *   node bench/threads.ts
 *   node bench/threads.ts --entities 100,10000 --rounds 3
 */
const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '40,200,400,1000,2000' },
    rounds: { type: 'string', default: '5' },
    one: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
})

interface Taken {
  /** Length of the spec, in UTF-16 code units. */
  readonly length: number
  readonly milliseconds: number
  readonly megabytes: number
}

if (values.one === undefined) tell(values.entities.split(',').map(Number), Number(values.rounds))
else process.stdout.write(JSON.stringify(taken(Number(values.one), Number(values.from))))

function tell(sizes: readonly number[], rounds: number): void {
  process.stdout.write(
    '| entities | characters | one thread ms | two ms | ratio | one MB | two MB |\n|--:|--:|--:|--:|--:|--:|--:|\n',
  )
  for (const size of sizes) {
    const one: Taken[] = []
    const two: Taken[] = []
    for (let round = -1; round < rounds; round += 1) {
      const pair = [apart(size, Number.MAX_SAFE_INTEGER), apart(size, 0)] as const
      if (round < 0) continue
      one.push(pair[0])
      two.push(pair[1])
    }
    const [a, b] = [one, two].map((all) => median(all.map(({ milliseconds }) => milliseconds)))
    const [m, n] = [one, two].map((all) => median(all.map(({ megabytes }) => megabytes)))
    const cells = [
      size,
      one[0]?.length,
      a?.toFixed(0),
      b?.toFixed(0),
      ((b ?? 0) / (a ?? 1)).toFixed(2),
      m?.toFixed(0),
      n?.toFixed(0),
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
}

function apart(size: number, from: number): Taken {
  const args = [import.meta.filename, '--one', `${size}`, '--from', `${from}`]
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${size} entities: ended with ${status}`)
  return JSON.parse(stdout)
}

function taken(size: number, from: number): Taken {
  enableCompileCache()
  const files = stowageFiles(syntheticModel(size)).filter(({ path }) => path.endsWith('.yaml'))
  const nowhere = { isTTY: false, write: () => undefined }
  const stages = new Stages({ stdout: nowhere, stderr: nowhere, env: {}, cwd: '.', now: () => performance.now() })
  const start = performance.now()
  const emission = new Emission(emitters, stages, from)
  emission.begin(files)
  const { model } = analyze(files)
  if (model === undefined) throw new Error('the model of the benchmark is sound')
  for (const file of emission.files(model)) sha256(file.text)
  const milliseconds = performance.now() - start
  emission.end()
  return {
    length: files.reduce((sum, { text }) => sum + text.length, 0),
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1000,
  }
}
