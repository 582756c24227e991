import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

/** The machine, the versions and how busy it was, in a sentence or two. */
export function machineText(peers: string, rounds: number, date: Date): string {
  const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(peers, 'package.json'), 'utf8'),
  )
  const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)
  const [load = 0] = loadavg()
  return [
    `Measured ${date.toISOString().slice(0, 10)}: ${cpus()[0]?.model ?? 'an unknown processor'}, ${availableParallelism()} cores,`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()}, load ${load.toFixed(1)} at the start; Node.js ${process.version};`,
    `medians of ${rounds} interleaved rounds after a warm-up.`,
    `Peers: ${versions.join(', ')}.`,
  ].join(' ')
}
