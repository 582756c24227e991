import type { Finding, FindingCode } from '../../../runtime/src/fsck/finding.ts'
import { type FsckOptions, fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { Plant } from './plant.ts'

/** What the tests of a file stand on: a world, and for each test a plant and two tenants of its own. */
export let world: World
export let plant: Plant
export let one: SeededTenant
export let other: SeededTenant

export async function openGround(): Promise<void> {
  world = await openWorld('test/runtime/spec')
}

/** @returns what ends it */
export async function freshGround(): Promise<() => Promise<void>> {
  plant = await Plant.open(world)
  ;[one, other] = await world.twoTenants()
  return () => plant.close()
}

export async function closeGround(): Promise<void> {
  await world?.close()
}

export async function check(options: FsckOptions = { tenant: one }): Promise<readonly Finding[]> {
  return await all(fsck(plant.stores, silent, options))
}

export async function codes(options?: FsckOptions): Promise<readonly FindingCode[]> {
  return (await check(options)).map(({ code }) => code)
}

export async function all(findings: AsyncIterable<Finding>): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for await (const finding of findings) found.push(finding)
  return found
}
