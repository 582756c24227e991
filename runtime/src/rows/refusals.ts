import { Conflict, Forbidden, InvalidInput, Missing } from '../errors/errors.ts'
import type { Session } from '../stores/postgres.ts'
import type { Row } from './read-out.ts'
import type { Rows } from './rows.ts'
import { ownCondition } from './vision.ts'

/** What a change took for given of the record, and did not find. */
export interface Taken {
  readonly revision?: number | undefined
  readonly states?: readonly string[]
  /** Whether it was to be a deleted one. */
  readonly isDeleted?: boolean
}

/** Why a change met no row: read after it failed, in the same transaction. */
export async function whyNot(rows: Rows, session: Session, refId: string, taken: Taken = {}): Promise<Error> {
  const { shape, vision } = rows
  const { entity, member, kept, table, deletedOn } = shape
  const facts = { entity: member, refId }
  const where = { ...ownCondition(shape, { ...vision, isLive: false }), [kept.refId ?? 'refId']: refId }
  const row = await rows.delegate(session).findFirst({ where })
  if (row === null) return new Missing(entity.name, facts)
  if (isOfAll(rows, row)) {
    return new Forbidden(`a ${entity.name} that all tenants share`, facts, 'Write it by provider.system(reason).')
  }
  const isDeleted = deletedOn !== undefined && row[deletedOn] !== null
  if (isDeleted && taken.isDeleted !== true && vision.isLive) return new Missing(entity.name, facts)
  if (!isDeleted && taken.isDeleted === true) {
    return new Conflict(`the ${entity.name} is not deleted`, facts, 'Only what was deleted is restored or purged.')
  }
  const revision = kept.revision === undefined ? undefined : row[kept.revision]
  const found = typeof revision === 'number' ? { ...facts, revision } : facts
  const state = table.lifecycle === undefined ? undefined : row[table.lifecycle.field]
  if (taken.states !== undefined && typeof state === 'string' && !taken.states.includes(state)) {
    return new Conflict(`the ${entity.name} stands at ${state}, not at ${taken.states.join(' or ')}`, {
      ...found,
      state,
    })
  }
  if (taken.revision !== undefined && revision !== taken.revision) {
    return new Conflict(
      `the ${entity.name} has changed: it is at revision ${String(revision)}, not ${taken.revision}`,
      found,
    )
  }
  return new Conflict(`somebody else has just changed the ${entity.name}`, found)
}

/** Seen by every tenant, and written by none. */
function isOfAll({ shape: { entity, kept }, vision }: Rows, row: Row): boolean {
  return (
    entity.tenancy === 'shared' &&
    vision.tenantId !== undefined &&
    kept.tenant !== undefined &&
    row[kept.tenant] === null
  )
}

/** @throws InvalidInput for a revision that cannot be one, or of an entity that has none */
export function demandRevision({ shape: { kept, member } }: Rows, revision: unknown): void {
  if (revision === undefined) return
  const message =
    kept.revision === undefined
      ? 'is not kept of this entity'
      : typeof revision === 'number' && Number.isSafeInteger(revision) && revision >= 0
        ? undefined
        : 'is to be a whole number from 0 on'
  if (message !== undefined) throw new InvalidInput(member, [{ path: ['revision'], message }])
}

/** What of all tenants is the system's to write: no role of the application may, and this says so before the database. */
export function demandWritable({ shape: { entity, member, table }, vision }: Rows, isChange: boolean): void {
  if (entity.tenancy === 'none' && vision.tenantId !== undefined) {
    throw new Forbidden(
      `a ${entity.name} belongs to no tenant`,
      { entity: member },
      'Write it by provider.system(reason).',
    )
  }
  if (isChange && table.appendOnly) {
    throw new Forbidden(
      `a ${entity.name} is only ever added`,
      { entity: member },
      'Add one that corrects the earlier one.',
    )
  }
}
