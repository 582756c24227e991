import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../templates/conformance/live/proof.ts'
import type { Session } from '../../../templates/conformance/live/s3/session.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { requires } from '../../support/requires.ts'
import { s3Account } from '../../support/s3-server.ts'
import { faultyServers, tellingTransport } from './live/s3-faults.ts'
import { type Gateway, startGateway } from './live/s3-gateway.ts'
import { type Mutation, mutations } from './live/s3-mutations.ts'
import { type S3Trial, s3Trial, titleOf, tried } from './live/s3-suite.ts'

// Whatever holds a guarantee is taken away, in the package, in the buckets and in the server, and the live tests must say
// which guarantee is gone. In the end there must be no proof that never failed.

type Claims = readonly Claim<Session>[]

/** What is waited for is tried once. */
const isSlow = ({ name }: Claim<Session>): boolean => name.endsWith('when its time has come')

/** The claims of some guarantees, quick ones. */
function claimsOf({ claims }: S3Trial, guarantees: readonly string[]): Claims {
  return claims.filter((claim) => guarantees.includes(claim.guarantee) && !isSlow(claim))
}

/** Of the other guarantees one object and one bucket will do. */
function samplesBeside({ claims }: S3Trial, guarantees: readonly string[]): Claims {
  const first = new Map<string, string>()
  return claims.filter((claim) => {
    if (guarantees.includes(claim.guarantee) || isSlow(claim)) return false
    const [place = ''] = claim.name.split(': ')
    const known = first.get(claim.guarantee) ?? place
    first.set(claim.guarantee, known)
    return place === known
  })
}

async function withMutation(trial: S3Trial, { generated, done }: Mutation): Promise<Session> {
  const session = await trial.open(generated === undefined ? {} : { generated })
  await done?.(session)
  return session
}

const limits = { tags: ['full'], timeout: 120_000 }

describe('the live tests of S3 for a museum', limits, () => {
  let trial: S3Trial
  let gateway: Gateway
  /** The proofs that hold where nothing is wrong, and those that failed where something was. */
  const holding = new Set<string>()
  const missed = new Set<string>()

  beforeAll(async () => {
    trial = await s3Trial(soundModel('test/emit/conformance/live/museum'), await s3Account())
    gateway = await startGateway(trial.account)
  })
  afterAll(async () => {
    await gateway?.stop()
    await trial?.stop()
  })
  requires(() => trial.account.features.locks || `${trial.account.server} enforces no locks`)

  /** Tries claims where something is wrong, and tells the guarantees of those that fail. */
  async function failing(session: Session, claims: Claims): Promise<readonly string[]> {
    const { failed } = await tried(session, claims)
    const broken = claims.filter((claim) => failed.some((text) => text.startsWith(`${titleOf(claim)}: `)))
    for (const claim of broken) missed.add(titleOf(claim))
    return [...new Set(broken.map(({ guarantee }) => guarantee))].sort()
  }

  test('all of them hold', async () => {
    const { failed, proved } = await tried(await trial.open(), trial.claims)
    expect(failed).toEqual([])
    expect(proved.length).toBeGreaterThan(250)
    for (const title of proved) holding.add(title)
  })

  test('they hold where the server tells how it is reached', async () => {
    gateway.fault = tellingTransport()
    const session = await trial.open({ endpoint: gateway.endpoint })
    const { failed, proved } = await tried(session, [
      ...claimsOf(trial, ['transport']),
      ...samplesBeside(trial, ['transport']),
    ])
    expect(failed).toEqual([])
    const effects = proved.filter((title) => title.endsWith('what comes without TLS is refused by this policy'))
    expect(effects).toHaveLength(trial.facts.buckets.length)
    for (const title of effects) holding.add(title)
  })

  test('every mutation can be done', () => {
    const idle = Object.entries(mutations).filter(([, { fits }]) => fits?.(trial.facts) === false)
    expect(idle).toEqual([])
  })

  test.each(Object.entries(mutations))('find it where %s', async (_, mutation) => {
    const { guarantees, also = [] } = mutation
    const session = await withMutation(trial, mutation)
    expect(await failing(session, claimsOf(trial, guarantees))).toEqual([...guarantees].sort())
    // A test that cries at everything would tell nothing.
    const others = await failing(session, samplesBeside(trial, guarantees))
    expect(others.filter((one) => !also.includes(one))).toEqual([])
  })

  test('find it where a policy that the server obeys denies nothing', async () => {
    gateway.fault = tellingTransport()
    const generated = mutations['the policy allows what it should deny']?.generated
    const session = await trial.open({ endpoint: gateway.endpoint, ...(generated && { generated }) })
    expect(await failing(session, claimsOf(trial, ['transport']))).toEqual(['transport'])
  })

  test.each(Object.keys(faultyServers('')))('find it where the server %s', async (name) => {
    gateway.fault = {}
    const session = await trial.open({ endpoint: gateway.endpoint })
    const fault = faultyServers(trial.account.otherCredentials?.accessKeyId ?? '')[name]
    if (fault === undefined) throw new Error(`there is no ${name}`)
    const { guarantees, waits = false } = fault
    const waited = trial.claims.filter((claim) => waits && isSlow(claim))
    gateway.fault = fault
    const found = await failing(session, [...claimsOf(trial, guarantees), ...waited])
    gateway.fault = {}
    expect(found).toEqual([...guarantees].sort())
  })

  test('in the end there is no proof that never failed', () => {
    expect(holding.size).toBeGreaterThan(250)
    expect([...holding].filter((title) => !missed.has(title))).toEqual([])
  })
})

describe('the live tests of S3 for the reference spec', limits, () => {
  let trial: S3Trial

  beforeAll(async () => {
    trial = await s3Trial(soundModel('spec'), await s3Account())
  })
  afterAll(() => trial?.stop())
  requires(() => trial.account.features.locks || `${trial.account.server} enforces no locks`)

  test.each(Object.entries(mutations))('find it where %s', async (_, mutation) => {
    const { guarantees, fits } = mutation
    if (fits?.(trial.facts) === false) return
    const { failed } = await tried(await withMutation(trial, mutation), claimsOf(trial, guarantees))
    for (const guarantee of guarantees) expect(failed).toContainEqual(expect.stringMatching(`^${guarantee}: `))
  })
})
