import { InvalidInput } from '../errors/errors.ts'
import { isUlid, newUlid } from '../ids/ulid.ts'
import { newUuid7 } from '../ids/uuid.ts'
import { sealed } from '../secrets/fields.ts'
import type { Session } from '../stores/postgres.ts'
import { checkedInput } from '../validate/input-schema.ts'
import { type OwnTenant, withoutTenant } from '../validate/own-tenant.ts'
import type { Row } from './read-out.ts'
import { resolveReferences } from './references.ts'
import { isPlain, type Plain } from './refuse.ts'
import type { Rows } from './rows.ts'
import { type Shape, shapeOf } from './shape.ts'

/** A record that is to be made, before the transaction in which it is. */
export interface NewRecord {
  readonly values: Row
  readonly tenant: OwnTenant
}

/**
 * Input as the store takes it: checked, with ids of ours, secrets sealed. `isInternal`: checked already, and with members
 * that the data layer writes.
 */
export async function newRecord(rows: Rows, given: unknown, isInternal: boolean): Promise<NewRecord> {
  const { shape, context } = rows
  const { scope, stores, secrets } = context
  const { kept, entity, table } = shape
  const { input, tenant } = withoutTenant(entity, scope, given)
  const checked = isInternal ? plainly(input) : checkedInput(stores.description, shape.member, 'create', input)
  const values = columnsOf(shape, checked)
  // A column that is left out is null, and Prisma takes null in JSON for the value of that name.
  for (const { name } of jsonFields(shape)) if (values[name] === null) delete values[name]
  const refId = kept.refId === undefined ? newUlid() : (values[kept.refId] ?? newUlid())
  if (!isUlid(refId)) throw new InvalidInput(shape.member, [{ path: ['refId'], message: 'is no ULID' }])
  if (kept.id !== undefined) values[kept.id] ??= newUuid7()
  if (kept.refId !== undefined) values[kept.refId] = refId
  // Prisma would take the moment after the transaction began: it would be made later than it was changed.
  if (kept.createdOn !== undefined) values[kept.createdOn] ??= stores.now()
  const actor = actorOf(rows)
  if (kept.createdBy !== undefined && actor !== undefined) values[kept.createdBy] = actor
  if (kept.updatedBy !== undefined && actor !== undefined) values[kept.updatedBy] = actor
  return { values: { ...(await sealed(secrets, entity.name, table.fields, values, refId)) }, tenant }
}

/** The changes of one record; `refId` is where its secrets are bound to, absent where many are changed alike. */
export async function changedValues(
  rows: Rows,
  given: unknown,
  refId: string | undefined,
  isInternal: boolean,
): Promise<Row> {
  const { shape, context } = rows
  const { stores, scope, secrets } = context
  const { entity, table } = shape
  const input = scope.kind === 'tenant' ? withoutTenant(entity, scope, given).input : given
  const facts = refId === undefined ? {} : { refId }
  const checked = isInternal ? plainly(input) : checkedInput(stores.description, shape.member, 'update', input, facts)
  const values = columnsOf(shape, checked)
  for (const { name } of jsonFields(shape)) if (values[name] === null) values[name] = databaseNull
  if (refId !== undefined) return { ...(await sealed(secrets, entity.name, table.fields, values, refId)) }
  const secret = shape.encrypted.find(({ name }) => typeof values[name] === 'string')
  if (secret === undefined) return values
  throw new InvalidInput(shape.member, [{ path: [secret.name], message: 'is sealed for one record: update it alone' }])
}

/** Whose it is, and what it refers to; within the transaction. */
export async function settle(rows: Rows, session: Session, records: readonly NewRecord[]): Promise<void> {
  const tenants = new Map<string, string>()
  for (const { values, tenant } of records) {
    const { kept } = rows.shape
    if (kept.tenant === undefined || tenant === undefined) continue
    values[kept.tenant] = tenant === null ? null : (tenant.id ?? (await tenantId(rows, session, tenant.refId, tenants)))
  }
  await resolveReferences(
    rows,
    session,
    records.map(({ values }) => values),
  )
}

async function tenantId(
  { context, shape }: Rows,
  session: Session,
  refId: string | undefined,
  known: Map<string, string>,
): Promise<string> {
  const { description } = context.stores
  const found = known.get(refId ?? '')
  if (found !== undefined) return found
  const target = shapeOf(description, description.tenancy?.entity ?? '')
  const { id = 'id', refId: publicId = 'refId' } = target.kept
  const live = target.deletedOn === undefined ? {} : { [target.deletedOn]: null }
  const where = { ...live, [publicId]: refId }
  const row = await session.delegate(target.table.delegate).findFirst({ where, select: { [id]: true } })
  if (row === null) {
    throw new InvalidInput(shape.member, [
      { path: [shape.kept.tenant ?? ''], message: 'names no tenant that is there' },
    ])
  }
  known.set(refId ?? '', String(row[id]))
  return String(row[id])
}

/** Who acts, where it is a user of the tenant: rows of other tenants know no such user. */
export function actorOf({ context: { scope } }: Rows): string | undefined {
  return scope.kind === 'system' ? undefined : scope.actor?.userId
}

/** Parts of a split record stand beside the row's own members. */
function columnsOf({ fields }: Shape, checked: Plain): Row {
  const values: Row = {}
  for (const [key, value] of Object.entries(checked)) if (fields.has(key) && value !== undefined) values[key] = value
  return values
}

function plainly(input: unknown): Plain {
  return isPlain(input) ? input : {}
}

function jsonFields({ table }: Shape): readonly { readonly name: string }[] {
  return table.fields.filter(({ type }) => type.kind === 'value' || (type.kind === 'scalar' && type.scalar === 'json'))
}

/** What Prisma's clients call `Prisma.DbNull`: they know it by this symbol, and each package has a copy of its own. */
const databaseNull = { [Symbol.for('prisma.objectEnumValue')]: true, _getName: (): string => 'DbNull' }
