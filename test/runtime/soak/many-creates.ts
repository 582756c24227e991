import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { repository } from '../support/db.ts'
import { Auditor } from '../support/inventory.ts'
import { Records } from '../support/records.ts'
import type { World } from '../support/world.ts'

/** What many creates at once came to. Memory is what lives after a collection of garbage, in MB. */
export interface Soaked {
  readonly created: number
  readonly seconds: number
  /** After each tenth of the records. */
  readonly heap: readonly number[]
  /** What was promised and is not there, or is there and nothing points to it. */
  readonly lost: readonly string[]
  readonly check: {
    readonly seconds: number
    readonly findings: readonly string[]
    readonly records: number
    readonly objects: number
    /** More than before the check, at its highest. */
    readonly heap: number
  }
}

export interface Soaking {
  /** Split entities, in turns. */
  readonly members: readonly string[]
  readonly records: number
  readonly concurrency: number
  readonly onTenth?: (created: number, heap: number) => void
}

/** Creates records of one tenant, so many at a time, and then has them checked. */
export async function soak(world: World, { members, records, concurrency, onTenth }: Soaking): Promise<Soaked> {
  const tenant = await world.tenant()
  const provider = world.provider()
  const auditor = new Auditor(world)
  const made = new Records(world.description, tenant)
  const heap: number[] = []
  let begun = 0
  let created = 0
  let seconds = 0
  const there = async (): Promise<number> => {
    const { counts } = await auditor.inventory(tenant)
    return members.reduce((sum, member) => sum + (counts[member] ?? 0), 0)
  }
  try {
    let parents = 0
    await provider.withTenant(tenant.refId, async (db) => {
      // Parents are made once, before it counts.
      for (const member of members) await made.input(db, member)
      parents = await there()
      const started = performance.now()
      const lane = async (): Promise<void> => {
        while (begun < records) {
          const at = begun
          begun += 1
          const member = members[at % members.length] as string
          await repository(db, member).create(await made.input(db, member), { idempotencyKey: `soak-${at}` })
          created += 1
          if (created % Math.ceil(records / 10) > 0) continue
          heap.push(livingMegabytes())
          onTenth?.(created, heap.at(-1) ?? 0)
        }
      }
      await Promise.all(Array.from({ length: concurrency }, lane))
      seconds = (performance.now() - started) / 1000
    })
    const { dangling, leftovers } = await auditor.inventory(tenant)
    const kept = (await there()) - parents
    const lost = [
      ...dangling,
      ...leftovers,
      ...(kept === created ? [] : [`${created} were created, ${kept} are there`]),
    ]
    return { created, seconds, heap, lost, check: await checked(world) }
  } finally {
    await auditor.close()
    await provider.close()
  }
}

async function checked(world: World): Promise<Soaked['check']> {
  const provider = world.provider()
  const before = livingMegabytes()
  let highest = before
  let seen = { records: 0, objects: 0 }
  const findings: string[] = []
  const started = performance.now()
  const onProgress = (summary: {
    readonly rows: number
    readonly documents: number
    readonly objects: number
  }): void => {
    seen = { records: summary.rows + summary.documents, objects: summary.objects }
    highest = Math.max(highest, livingMegabytes())
  }
  for await (const { code } of provider.fsck({ olderThanMs: 0, onProgress })) findings.push(code)
  const seconds = (performance.now() - started) / 1000
  await provider.close()
  return { seconds, findings, ...seen, heap: highest - before }
}

const collectGarbage: () => void = (() => {
  setFlagsFromString('--expose_gc')
  return runInNewContext('gc') as () => void
})()

function livingMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}
