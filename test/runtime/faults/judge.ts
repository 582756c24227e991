import type { WorldProvider } from '../support/connect.ts'
import type { Auditor, Fields, Inventory } from '../support/inventory.ts'
import type { SeededTenant } from '../support/seed.ts'
import type { World } from '../support/world.ts'
import { composedOf, type Prepared, perform } from './operations.ts'

/** What happens after the fault: the caller tries again at once, or nobody does until the collector has been there. */
export type Aftermath = 'retried' | 'collected'

/** A fault that came to pass, each in a tenant of its own. */
export interface Fault {
  /** What went through it, in words. */
  readonly what: string
  readonly tenant: SeededTenant
  readonly prepared: Prepared
  readonly before: Inventory
  readonly aftermath: Aftermath
}

const day = 86_400_000

/** Looks at what faults have left, and gives what is wrong: nothing, where the data layer keeps its promises. */
export class Judge {
  readonly #world: World
  readonly #auditor: Auditor
  /** The application after its restart, and the collector late enough that every intent has expired. */
  readonly #restarted: WorldProvider
  readonly #late: WorldProvider
  readonly #violations: string[] = []

  constructor(world: World, auditor: Auditor) {
    this.#world = world
    this.#auditor = auditor
    this.#restarted = world.provider()
    this.#late = world.provider({ now: () => new Date(Date.now() + 2 * day) })
  }

  async violations(faults: readonly Fault[]): Promise<readonly string[]> {
    await this.#afterRestart(faults)
    // Who tries again does so before any collector comes by.
    for (const fault of faults) if (fault.aftermath === 'retried') await this.#retry(fault)
    await this.#collect()
    const collected = faults.filter(({ aftermath }) => aftermath === 'collected')
    await this.#afterCollector(collected, 'the collector')
    await this.#repair()
    await this.#afterCollector(collected, 'a repair')
    for (const fault of faults) await this.#retry(fault)
    await this.#collect()
    await this.#afterAll(faults)
    return this.#violations
  }

  #expect({ what }: Fault, isKept: boolean, promise: string): void {
    if (!isKept) this.#violations.push(`${what}: ${promise}`)
  }

  async #afterRestart(faults: readonly Fault[]): Promise<void> {
    const findings = await this.#findings()
    for (const fault of faults) {
      const { dangling } = await this.#auditor.inventory(fault.tenant)
      this.#expect(fault, dangling.length === 0, `no pointer dangles after the restart, but ${list(dangling)}`)
      const wrong = codesOf(findings, fault).filter((code) => /dangling|wrong|corrupt|foreign|unknown/.test(code))
      this.#expect(fault, wrong.length === 0, `fsck finds nothing broken after the restart, but ${list(wrong)}`)
    }
  }

  async #afterCollector(faults: readonly Fault[], who: 'the collector' | 'a repair'): Promise<void> {
    const findings = await this.#findings()
    for (const fault of faults) {
      const { dangling, leftovers, locked } = await this.#auditor.inventory(fault.tenant)
      const codes = codesOf(findings, fault)
      this.#expect(fault, dangling.length === 0, `${who} takes nothing that is pointed to: ${list(dangling)}`)
      // The collector cannot tell a dead writer from a slow one once its fence is passed: it tells of it instead.
      const isStuck = who === 'the collector' && codes.includes('fsck/stuck-operation')
      this.#expect(fault, leftovers.length === 0 || isStuck, `${who} leaves nothing, but ${list(leftovers)}`)
      this.#expectContent(fault, codes, isStuck || locked.length > 0)
    }
  }

  async #afterAll(faults: readonly Fault[]): Promise<void> {
    const findings = await this.#findings()
    for (const fault of faults) {
      const last = await this.#auditor.inventory(fault.tenant)
      const { dangling, leftovers, locked } = last
      this.#expect(fault, dangling.length === 0, `no pointer dangles after the retry, but ${list(dangling)}`)
      this.#expect(fault, leftovers.length === 0, `nothing is left after the retry, but ${list(leftovers)}`)
      const mayBeLocked = fault.aftermath === 'collected'
      this.#expect(fault, mayBeLocked || locked.length === 0, `nothing locked is left, but ${list(locked)}`)
      this.#expectContent(fault, codesOf(findings, fault), locked.length > 0)
      for (const wrong of await this.#effects(fault, last)) this.#expect(fault, false, wrong)
    }
  }

  /** What a lock keeps is told, and nobody can remove it. */
  #expectContent(fault: Fault, codes: readonly string[], isKept: boolean): void {
    const told = new Set(isKept ? ['fsck/leftover-object', 'fsck/stuck-operation'] : [])
    const wrong = codes.filter((code) => !told.has(code))
    this.#expect(fault, wrong.length === 0, `fsck is content, but finds ${list(wrong)}`)
  }

  /** The same call with the same key. Where the record is gone already, saying so is right. */
  async #retry(fault: Fault): Promise<void> {
    const { tenant, prepared } = fault
    const isRemoval = prepared.operation.name === 'delete' || prepared.operation.name === 'purge'
    await this.#restarted
      .withTenant(tenant.refId, (db) => perform(db, prepared), { actor: { kind: 'user', id: tenant.user.refId } })
      .catch((error: unknown) => {
        const isGone = isRemoval && error instanceof Error && error.name === 'Missing'
        this.#expect(fault, isGone, `a retry with the same key goes through, but ${String(error)}`)
      })
  }

  /** Twice, since what might still be under way is looked at again. */
  async #collect(): Promise<void> {
    for (let round = 0; round < 2; round += 1) await this.#late.collect({ graceMs: 0, leaseMs: 0 })
  }

  /** What the collector leaves to a person, who knows that the writer is dead. */
  async #repair(): Promise<void> {
    for await (const _ of this.#late.fsck({ repair: true, olderThanMs: 0, graceMs: 0 }));
    await this.#collect()
  }

  /** Of all tenants: code and tenant. */
  async #findings(): Promise<readonly Finding[]> {
    const found: Finding[] = []
    for await (const { code, tenant, key } of this.#restarted.fsck({ olderThanMs: 0, graceMs: 0, deep: true }))
      found.push({ code, tenant, key })
    return found.filter(({ code }) => code !== 'fsck/undelivered' && code !== 'fsck/default-partition')
  }

  /** Whether the operation was done exactly once. */
  async #effects({ prepared, before, tenant }: Fault, after: Inventory): Promise<readonly string[]> {
    const { member, name } = prepared.operation
    const entity = this.#world.description.entities[member]
    if (entity === undefined) return [`the spec has no ${member}`]
    const composed = composedOf(entity, this.#world.description)
    const made = name === 'create' ? [member] : []
    const target = entity.table?.fields.find(({ type }) => type.kind === 'ref' && type.relation === composed)?.type
    // An update of what is composed makes the new document that it points to.
    if (target?.kind === 'ref' && (name === 'create' || name === 'update')) made.push(target.entity)
    const wrong = Object.entries(after.counts).flatMap(([each, count]) => {
      const change = (made.includes(each) ? 1 : 0) - (name === 'purge' && each === member ? 1 : 0)
      const wanted = (before.counts[each] ?? 0) + change
      return count === wanted ? [] : [`${wanted} of ${each} are there, but ${count}`]
    })
    const row = (await this.#auditor.rows(member, tenant.id)).find(({ refId }) => refId === prepared.record?.refId)
    return [...wrong, ...this.#ofRow(prepared, row)]
  }

  #ofRow({ operation: { name, member }, record }: Prepared, row: Fields | undefined): readonly string[] {
    const deletedOn = this.#world.description.entities[member]?.softDelete?.on
    switch (name) {
      case 'create':
        return []
      case 'update':
        return row?.revision === (record?.revision ?? 0) + 1 ? [] : [`one more revision, but ${String(row?.revision)}`]
      case 'delete':
        return deletedOn !== undefined && row?.[deletedOn] instanceof Date
          ? []
          : ['the record is deleted, but it lives']
      case 'purge':
        return row === undefined ? [] : ['the record is gone, but it is there']
    }
  }
}

interface Finding {
  readonly code: string
  readonly tenant: string | undefined
  readonly key: string | undefined
}

/** A finding of no tenant counts for all that it could be of. */
function codesOf(findings: readonly Finding[], { tenant: { refId } }: Fault): readonly string[] {
  const own = findings.filter(({ tenant, key }) =>
    tenant === undefined ? key === undefined || key.includes(refId) : tenant === refId,
  )
  return own.map(({ code }) => code)
}

function list(items: readonly string[]): string {
  return items.slice(0, 3).join(', ') + (items.length > 3 ? ` and ${items.length - 3} more` : '')
}
