import type { WorldProvider } from '../support/connect.ts'
import { Auditor, type Inventory } from '../support/inventory.ts'
import { Records } from '../support/records.ts'
import { type SeededTenant, seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { type CrashPoint, watchedStores } from './crash-points.ts'
import { type Fault, Judge } from './judge.ts'
import { type Operation, operationsOf, type Prepared, perform, prepare } from './operations.ts'

export interface Figures {
  /** Faults that came to pass. */
  faults: number
  readonly violations: string[]
}

/** A world in which operations are broken: each in a tenant of its own, so that what is left is told apart. */
export class FaultTrial {
  readonly world: World
  readonly figures: Figures = { faults: 0, violations: [] }
  readonly #auditor: Auditor
  readonly #judge: Judge
  readonly #shared: Readonly<Record<string, string>>
  #count = 0
  #provider: WorldProvider | undefined

  static async open(folder: string): Promise<FaultTrial> {
    const world = await openWorld(folder)
    const shared: Record<string, string> = {}
    for (const [member, { tenancy, table }] of Object.entries(world.description.entities)) {
      if (tenancy === 'none' && table !== undefined)
        shared[member] = (await seedShared(world.superuserUrl, world.description, member)).refId
    }
    return new FaultTrial(world, shared)
  }

  constructor(world: World, shared: Readonly<Record<string, string>>) {
    this.world = world
    this.#shared = shared
    this.#auditor = new Auditor(world)
    this.#judge = new Judge(world, this.#auditor)
  }

  get operations(): readonly Operation[] {
    return operationsOf(this.world.description)
  }

  /** The figures in words. */
  get said(): string {
    return `${this.figures.faults} faults, ${this.figures.violations.length} violations`
  }

  /** A new tenant with all that an operation needs. */
  async prepared(
    operation: Operation,
  ): Promise<{ readonly tenant: SeededTenant; readonly prepared: Prepared; readonly before: Inventory }> {
    this.#count += 1
    const { description } = this.world
    const tenant = await this.world.tenant()
    const records = new Records(description, tenant, this.#shared, this.#count * 1000)
    this.#provider ??= this.world.provider()
    const prepared = await this.#provider.withTenant(tenant.refId, (db) =>
      prepare(db, description, records, operation, `key-${this.#count}`),
    )
    return { tenant, prepared, before: await this.#auditor.inventory(tenant) }
  }

  /** Every point that an operation passes where nothing goes wrong. */
  async points(operation: Operation): Promise<readonly CrashPoint[]> {
    const { tenant, prepared } = await this.prepared(operation)
    const points: CrashPoint[] = []
    let isPerforming = false
    let before = 0
    const provider = this.world.provider({
      stores: (stores) =>
        watchedStores(stores, (point) => {
          if (isPerforming) points.push({ ...point, at: point.at - before })
          else before = point.at
        }),
    })
    await provider.withTenant(
      tenant.refId,
      async (db) => {
        isPerforming = true
        await perform(db, prepared)
        isPerforming = false
      },
      { actor: { kind: 'user', id: tenant.user.refId } },
    )
    await provider.close()
    return points
  }

  /** Looks at what they have left, of all at once. */
  async judge(faults: readonly Fault[]): Promise<void> {
    this.figures.faults += faults.length
    this.figures.violations.push(...(await this.#judge.violations(faults)))
  }

  async close(): Promise<void> {
    await this.#auditor.close()
    await this.world.close()
  }
}
