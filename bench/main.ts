import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { TemporaryFolder } from '../test/support/temporary-folder.ts'
import { type Model, syntheticModel } from './model/model.ts'
import { installPeers } from './runner/install-peers.ts'
import { machineText } from './runner/machine.ts'
import { chosenWorks, type Options, readOptions, usage } from './runner/options.ts'
import { withReport } from './runner/readme.ts'
import { type Done, judgements, reportText } from './runner/report.ts'
import type { Work } from './runner/work.ts'
import { works } from './works/index.ts'

/** `npm run bench`: Stowage beside its peers, as whole processes. */
const root = resolve(import.meta.dirname, '..')
const peers = join(root, 'bench/peers')
// What is measured just now is no child of the terminal's: it is ended on the way out.
process.once('SIGINT', () => process.exit(130))

const options = readOptions(process.argv.slice(2))
const chosen = chosenWorks(works, options)

if (options.help) process.stdout.write(usage)
else if (options.list) process.stdout.write(`${works.map(({ id, title }) => `${id.padEnd(16)}${title}`).join('\n')}\n`)
else await run(chosen, options)

async function run(chosen: readonly Work[], { cap, json, rounds, withoutPeers, writeReadme }: Options): Promise<void> {
  const date = new Date()
  const machine = machineText(peers, rounds, date)
  if (!withoutPeers && chosen.some(({ usesPeers }) => usesPeers)) await installPeers(peers, progress)
  const models = new Map<string, Model>()
  const modelOf = (size: number, shape: 'ring' | 'tree' = 'tree'): Model => {
    const model = models.get(`${shape} ${size}`) ?? syntheticModel(size, shape)
    models.set(`${shape} ${size}`, model)
    return model
  }
  const done: Done[] = []
  // Removed at the end: a file that has just been deleted makes the next ones dearer.
  using everything = new TemporaryFolder()
  for (const work of chosen) {
    const folder = join(everything.path, work.id)
    mkdirSync(folder)
    const stowage = [process.execPath, join(root, 'dist/cli/main.js')]
    const lab = { root, folder, stowage, peers, withPeers: !withoutPeers, modelOf }
    const say = (text: string): void => progress(`${work.id}: ${text}`)
    const measuring = { rounds, cap: cap ?? work.cap, scratch: everything.path, progress: say }
    // One that breaks has failed its goals; the hour that the others took is not lost.
    const outcomes = await work.run(lab, measuring).catch((error: unknown) => {
      say(`failed, ${error}`)
      return new Map(work.goals.map(({ of }) => [of, { kind: 'failed', said: String(error) } as const]))
    })
    done.push({ work, outcomes })
  }
  const report = reportText(done, machine)
  process.stdout.write(report)
  if (json !== undefined) writeFileSync(json, jsonOf(machine, done))
  if (writeReadme) {
    const readme = join(root, 'bench/README.md')
    writeFileSync(readme, withReport(readFileSync(readme, 'utf8'), report))
  }
}

function progress(text: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)}  ${text}\n`)
}

function jsonOf(machine: string, done: readonly Done[]): string {
  const measured = done.map((each) => ({
    work: each.work.id,
    goals: judgements(each),
    outcomes: Object.fromEntries(each.outcomes),
  }))
  return `${JSON.stringify({ machine, works: measured }, null, 2)}\n`
}
