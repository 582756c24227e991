import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../../support/run-marks.ts'
import { providerAt, type WorldProvider } from '../support/connect.ts'
import type { Aftermath, Fault } from './judge.ts'
import { type Operation, type OperationName, perform } from './operations.ts'
import { ProxiedStores } from './proxied-stores.ts'
import { type NetworkFault, networkFaults, type Protocol } from './proxy.ts'
import { spread } from './spread.ts'
import { FaultTrial } from './trial.ts'

// A proxy stands before each server. It loses the n-th request, or only its reply, or lets the reply come when nobody waits
// any more. What the caller is told may be wrong or right: a retry with the same key does the work exactly once.

/** Longer than the data layer waits. */
const delayMs = 4_000
const timeouts = { connectMs: 5_000, statementMs: 2_000, transactionMs: 3_000, operationMs: 2_000, requestMs: 2_000 }

/** Most of a fault is waiting for what will not come. */
const laneCount = 6

/** Proxies of its own, so that what breaks in one lane is not another's. */
interface Lane {
  readonly proxied: ProxiedStores
  readonly provider: WorldProvider
}

async function openLane({ world }: FaultTrial): Promise<Lane> {
  const proxied = await ProxiedStores.open(world.facts)
  return { proxied, provider: providerAt(world.parts, proxied.facts, { timeouts, retries: { attempts: 1 } }) }
}

interface Break {
  readonly operation: Operation
  readonly protocol: Protocol
  readonly at: number
  readonly fault: NetworkFault
}

describe.each([
  { folder: 'test/runtime/spec', tags: ['full'] },
  { folder: 'spec', tags: ['every'] },
])('broken connections of $folder', ({ folder, tags }) => {
  let trial: FaultTrial
  let lanes: readonly Lane[] = []

  beforeAll(async () => {
    trial = await FaultTrial.open(folder)
    lanes = await Promise.all(Array.from({ length: laneCount }, () => openLane(trial)))
  })
  afterAll(async () => {
    if (trial !== undefined) console.log(`${folder}: exchanges broken: ${trial.said}`)
    for (const { provider, proxied } of lanes) {
      await provider.close()
      await proxied.close()
    }
    await trial?.close()
  })

  test('a lost request, reply or patience loses nothing and is mended by a retry', {
    tags,
    timeout: 3_600_000,
  }, async () => {
    const breaks: Break[] = []
    for (const operation of trial.operations) {
      for (const [protocol, exchanges] of await exchangesOf(operation)) {
        for (const fault of networkFaults) {
          for (let at = 1; at <= exchanges; at += 1) breaks.push({ operation, protocol, at, fault })
        }
      }
    }
    expect(breaks.length).toBeGreaterThan(200)
    const chosen = spread(breaks, faultsOf(breaks.length, 24))
    const waiting = chosen.map((each, at) => ({ each, aftermath: at % 2 === 0 ? 'retried' : 'collected' }) as const)
    const faults: Fault[] = []
    let broken = 0
    await Promise.all(
      lanes.map(async (lane) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const { isBroken, fault } = await suffer(lane, next.each, next.aftermath)
          if (isBroken) broken += 1
          faults.push(fault)
        }
      }),
    )
    await trial.judge(faults)
    expect(trial.figures.violations).toEqual([])
    // The number of exchanges of an operation is not always the same, so that the last of them may not come.
    expect(broken).toBeGreaterThan(chosen.length * 0.9)
  })

  async function suffer(
    { proxied, provider }: Lane,
    { operation, protocol, at, fault }: Break,
    aftermath: Aftermath,
  ): Promise<{ readonly isBroken: boolean; readonly fault: Fault }> {
    const { tenant, prepared, before } = await trial.prepared(operation)
    proxied.begin(protocol, { at, fault, delayMs })
    const outcome = await provider
      .withTenant(tenant.refId, (db) => perform(db, prepared), { actor: { kind: 'user', id: tenant.user.refId } })
      .then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      )
    const isBroken = proxied.counts(protocol).broken > 0
    proxied.begin(protocol)
    const what = `${operation.member}.${operation.name} with the ${fault} of ${protocol} exchange ${at} lost (${outcome})`
    if (!outcomes.has(outcome)) trial.figures.violations.push(`${what}: an untyped error`)
    return { isBroken, fault: { what, tenant, prepared, before, aftermath } }
  }

  /** How many exchanges an operation has with each server where nothing goes wrong. */
  async function exchangesOf(operation: Operation): Promise<ReadonlyMap<Protocol, number>> {
    const [lane] = lanes
    if (lane === undefined) throw new Error('no lane is open')
    const { proxied, provider } = lane
    const { tenant, prepared } = await trial.prepared(operation)
    const actor: { readonly kind: 'user'; readonly id: string } = { kind: 'user', id: tenant.user.refId }
    // Tenant and actor are known from here on.
    await provider.withTenant(tenant.refId, async () => undefined, { actor })
    proxied.beginAll()
    await provider.withTenant(tenant.refId, (db) => perform(db, prepared), { actor })
    return proxied.exchanges()
  }
})

/** What a caller may be told: that it is done, or that nobody knows. */
const outcomes: ReadonlySet<string> = new Set<OperationName | string>(['done', 'Unavailable', 'Conflict', 'Missing'])
