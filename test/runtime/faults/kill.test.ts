import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { every, faultsOf } from '../../support/run-marks.ts'
import type { CrashPoint } from './crash-points.ts'
import type { Aftermath, Fault } from './judge.ts'
import type { Operation } from './operations.ts'
import { spread } from './spread.ts'
import { FaultTrial } from './trial.ts'
import { Victims } from './victims.ts'

// A process that works on several stores is killed at every step of every operation, and on both sides of every
// acknowledgement. Afterwards nothing dangles, what is left can be collected, and a retry does the work exactly once.

describe.each([
  { folder: 'test/runtime/spec', tags: ['full'] },
  { folder: 'spec', tags: ['every'] },
])('killed processes of $folder', ({ folder, tags }) => {
  let trial: FaultTrial
  const victims = new Victims(folder)

  beforeAll(async () => {
    trial = await FaultTrial.open(folder)
  })
  afterAll(async () => {
    victims.end()
    if (trial !== undefined) console.log(`${folder}: processes killed: ${trial.said}`)
    await trial?.close()
  })

  test('a kill at any step loses nothing and is mended by a retry', {
    tags,
    timeout: 3_600_000,
  }, async () => {
    const deaths: Death[] = []
    for (const operation of trial.operations) {
      for (const point of await trial.points(operation)) deaths.push({ operation, point })
    }
    expect(deaths.length).toBeGreaterThan(100)
    // With every fault tried, each is retried by its caller and left to the collector, too.
    const chosen = every
      ? deaths.flatMap((death) => aftermaths.map((aftermath) => ({ ...death, aftermath })))
      : spread(deaths, faultsOf(deaths.length, 12)).map((death, at) => ({
          ...death,
          aftermath: aftermaths[at % 2] ?? 'collected',
        }))
    // Two at a time: what one is killed at does not touch the other, since no collector runs yet.
    const faults = await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        const done: Fault[] = []
        for (const [at, death] of chosen.entries()) if (at % lanes === lane) done.push(await die(death))
        return done
      }),
    )
    await trial.judge(faults.flat())
    expect(trial.figures.violations).toEqual([])
    expect(trial.figures.faults).toBe(chosen.length)
  })

  async function die({ operation, point, aftermath }: Death & { readonly aftermath: Aftermath }): Promise<Fault> {
    const { tenant, prepared, before } = await trial.prepared(operation)
    const what = `${operation.member}.${operation.name} killed ${point.side} ${point.call} (call ${point.at})`
    await victims.die({
      facts: trial.world.facts,
      tenant: tenant.refId,
      user: tenant.user.refId,
      prepared,
      crash: point,
    })
    return { what, tenant, prepared, before, aftermath }
  }
})

const aftermaths: readonly Aftermath[] = ['retried', 'collected']
/** How many processes die at once. */
const lanes = 2

interface Death {
  readonly operation: Operation
  readonly point: CrashPoint
}
