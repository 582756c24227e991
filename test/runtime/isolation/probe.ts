import { createHash } from 'node:crypto'
import type { WorldProvider } from '../support/connect.ts'
import { type Db, repository } from '../support/db.ts'
import type { Auditor } from '../support/inventory.ts'
import type { SeededTenant } from '../support/seed.ts'
import type { World } from '../support/world.ts'
import type { Attempt, EntitySide } from './attempt.ts'
import { attemptsOn } from './attempts-on.ts'
import { makeParty, makeShared, type Party, withTargets } from './parties.ts'
import { followTampered } from './tampered.ts'

export interface ProbeReport {
  readonly attempts: number
  /** What came through, or what could not be reached though it is the scope's own; empty where tenants are kept apart. */
  readonly leaks: readonly string[]
  /** Methods that were tried, by member. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Tries every operation of every entity from the scope of one tenant on the data of the other, both ways round. Whether
 * something came through is judged by the servers' own clients: what came back holds no id of the other tenant, and nothing
 * of its data has changed.
 */
export async function probe(
  world: World,
  provider: WorldProvider,
  auditor: Auditor,
  members: readonly string[] = Object.keys(world.description.entities),
): Promise<ProbeReport> {
  const within = <T>(tenant: SeededTenant, work: (db: Db) => Promise<T>): Promise<T> =>
    provider.withTenant(tenant.refId, work, { actor: { kind: 'user', id: tenant.user.refId } })
  const shared = await makeShared(world)
  const all = withTargets(world.description, members)
  const one = await makeParty(world, auditor, shared, 100_000, within, all)
  const other = await makeParty(world, auditor, shared, 200_000, within, all)
  const leaks: string[] = []
  const methods = new Map<string, Set<string>>()
  let attempts = 0
  for (const [me, them] of [
    [one, other],
    [other, one],
  ] as const) {
    const untouched = await stateOf(auditor, world, them)
    for (const member of members) {
      const tried = await probeEntity(world, within, auditor, member, me, them)
      attempts += tried.attempts
      leaks.push(...tried.leaks)
      methods.set(member, new Set([...(methods.get(member) ?? []), ...tried.methods]))
    }
    if ((await stateOf(auditor, world, them)) !== untouched) leaks.push('the other tenant’s data has changed')
    leaks.push(...(await strangersIn(auditor, world, me, them)))
    const tampered = await followTampered(world, auditor, within, me, them)
    attempts += tampered.attempts
    leaks.push(...tampered.leaks)
  }
  return { attempts, leaks, methods }
}

async function probeEntity(
  world: World,
  within: <T>(tenant: SeededTenant, work: (db: Db) => Promise<T>) => Promise<T>,
  auditor: Auditor,
  member: string,
  me: Party,
  them: Party,
): Promise<{ readonly attempts: number; readonly leaks: readonly string[]; readonly methods: readonly string[] }> {
  const { description } = world
  const entity = description.entities[member]
  const [mine, refId] = [me.own.get(member), them.own.get(member)?.refId]
  if (entity === undefined || mine === undefined || refId === undefined) return { attempts: 0, leaks: [], methods: [] }
  const leaks: string[] = []
  const attempts = attemptsOn(entity, description)
  const methods: string[] = []
  await within(me.tenant, async (db) => {
    const one = repository(db, member)
    const side: EntitySide = {
      description,
      db,
      me,
      them,
      member,
      entity,
      repository: one,
      mine,
      theirs: { refId, id: them.ids.get(member) ?? '00000000-0000-7000-8000-000000000000' },
    }
    const own = await one.find(mine.refId).catch(() => null)
    if (own?.refId !== mine.refId) leaks.push(`${member}: the scope's own record cannot be read`)
    let state = await recordState(auditor, world, member, them)
    for (const attempt of attempts) {
      if (!hasMethod(db, member, attempt.method)) continue
      methods.push(attempt.method)
      const leak = await leakOf(attempt, side)
      if (leak !== undefined) leaks.push(`${member}: ${attempt.name}: ${leak}`)
      if (attempt.writes === true) {
        const after = await recordState(auditor, world, member, them)
        if (after !== state) leaks.push(`${member}: ${attempt.name}: the other tenant’s records have changed`)
        state = after
      }
    }
  })
  return { attempts: methods.length, leaks, methods }
}

function hasMethod(db: Db, member: string, method: string): boolean {
  let at: unknown = db[member]
  for (const name of method.split('.')) {
    if (typeof at !== 'object' || at === null) return false
    at = Reflect.get(at, name)
  }
  return at !== undefined
}

/** Errors that say no; any other is a fault of the data layer. */
const refusals: ReadonlySet<string> = new Set(['Missing', 'Forbidden', 'InvalidInput', 'Conflict', 'Expired'])

async function leakOf(attempt: Attempt, side: EntitySide): Promise<string | undefined> {
  let result: unknown
  try {
    result = await attempt.run(side)
  } catch (error) {
    const name = error instanceof Error ? error.name : String(error)
    if (refusals.has(name)) return undefined
    return `failed with ${name}: ${error instanceof Error ? error.message : ''}`
  }
  const text = textOf(result)
  const mark = side.them.marks.find((one) => text.includes(one))
  if (mark !== undefined) return `came back with ${mark}`
  switch (attempt.expects) {
    case 'refused':
      return 'was not refused'
    case 'empty':
      return isEmpty(result) ? undefined : `came back with ${text.slice(0, 80)}`
    case 'own':
      return undefined
  }
}

function isEmpty(result: unknown): boolean {
  return result === null || result === undefined || result === 0 || (Array.isArray(result) && result.length === 0)
}

function textOf(result: unknown): string {
  const text = JSON.stringify(result, (_, value) => {
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
    return value
  })
  return text ?? ''
}

/** All of a tenant's records of one entity, as one text. */
async function recordState(auditor: Auditor, world: World, member: string, party: Party): Promise<string> {
  const entity = world.description.entities[member]
  const rows = entity?.table === undefined ? [] : await auditor.rows(member, party.tenant.id)
  const documents = entity?.documents === undefined ? [] : await auditor.documents(member, party.tenant.refId)
  const texts = [...rows, ...documents].map(textOf).sort()
  return createHash('sha256').update(texts.join('\n')).digest('hex')
}

async function stateOf(auditor: Auditor, world: World, party: Party): Promise<string> {
  const members = Object.keys(world.description.entities)
  const states = await Promise.all(members.map((member) => recordState(auditor, world, member, party)))
  return states.join(' ')
}

/** Records of one tenant that name something of the other's. */
async function strangersIn(auditor: Auditor, world: World, me: Party, them: Party): Promise<readonly string[]> {
  const found: string[] = []
  for (const [member, { table, documents }] of Object.entries(world.description.entities)) {
    const rows = table === undefined ? [] : await auditor.rows(member, me.tenant.id)
    const all = documents === undefined ? rows : [...rows, ...(await auditor.documents(member, me.tenant.refId))]
    const text = textOf(all)
    if (them.marks.some((mark) => text.includes(mark)))
      found.push(`${member}: a record names something of the other tenant`)
  }
  return found
}
