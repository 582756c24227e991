import { counted } from '../../base/plural.ts'
import { table } from '../table.ts'
import type { Counts, SeedReport } from './seed.ts'

/** What was made: a line for each tenant, then the entities with how many there are of each over all. */
export function seedText({ common, tenants, short }: SeedReport): string {
  const all = summed([common, ...tenants.map(({ records }) => records)])
  const rows = Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const lines = tenants.map(({ refId, records }) => `tenant ${refId}: ${counted(total(records), 'record')}\n`)
  const shown = table(
    [
      { title: 'entity', text: ([name]: readonly [string, number]) => name },
      { title: 'records', text: ([, count]: readonly [string, number]) => String(count), right: true },
    ],
    rows,
  )
  const note = short.length === 0 ? '' : `Fewer of ${short.join(', ')}: what must be unique there has no more values.\n`
  return `${lines.join('')}${lines.length === 0 ? '' : '\n'}${shown}${note === '' ? '' : `\n${note}`}`
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function summed(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
