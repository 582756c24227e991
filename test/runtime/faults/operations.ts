import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { type Db, type Row, repository } from '../support/db.ts'
import type { Records } from '../support/records.ts'

export type OperationName = 'create' | 'update' | 'delete' | 'purge'

/** One operation of one split entity. */
export interface Operation {
  readonly member: string
  readonly name: OperationName
}

/** What an operation is done with; plain data, so that another process does the same, and a retry too. */
export interface Prepared {
  readonly operation: Operation
  readonly idempotencyKey: string
  /** The record that it is about, as it was before; absent for a create. */
  readonly record?: { readonly refId: string; readonly revision: number }
  /** Of a create or an update; bytes of objects in Base64. */
  readonly input?: Readonly<Record<string, unknown>>
}

/** Every operation that the description allows of an entity whose record is in more than one store. */
export function operationsOf(description: Description): readonly Operation[] {
  return Object.entries(description.entities).flatMap(([member, entity]) =>
    isSplit(entity, description) ? namesFor(entity).map((name) => ({ member, name })) : [],
  )
}

export function isSplit(entity: EntityDescription, description: Description): boolean {
  const parts = (entity.table === undefined ? 0 : 1) + (entity.documents === undefined ? 0 : 1)
  return parts + Object.keys(entity.objects).length > 1 || composedOf(entity, description) !== undefined
}

/** The member under which a row takes the input of the split document that it points to. */
export function composedOf(entity: EntityDescription, description: Description): string | undefined {
  for (const { type, optional } of entity.table?.fields ?? []) {
    if (type.kind !== 'ref' || type.holds !== 'object_id' || optional === true) continue
    const target = description.entities[type.entity]
    if (target !== undefined && Object.keys(target.objects).length > 0) return type.relation
  }
  return undefined
}

function namesFor({ table, root, softDelete }: EntityDescription): readonly OperationName[] {
  if (root === 'mongo' || table?.appendOnly === true) return ['create']
  return softDelete === undefined ? ['create', 'update', 'delete'] : ['create', 'update', 'delete', 'purge']
}

/** Makes what an operation needs: parents, the record itself, and the input. */
export async function prepare(
  db: Db,
  description: Description,
  records: Records,
  operation: Operation,
  idempotencyKey: string,
): Promise<Prepared> {
  const { member, name } = operation
  if (name === 'create')
    return { operation, idempotencyKey, input: plain(await fullInput(db, description, records, member)) }
  const { refId, revision } = await records.make(db, member)
  const record = { refId, revision }
  if (name === 'delete') return { operation, idempotencyKey, record }
  if (name === 'purge') {
    await repository(db, member).delete(refId)
    return { operation, idempotencyKey, record }
  }
  const { document, objects, ...full } = await fullInput(db, description, records, member)
  const composed = composedOf(description.entities[member] as EntityDescription, description)
  const input = {
    ...records.changes(member),
    ...(document === undefined ? {} : { document }),
    ...(objects === undefined ? {} : { objects }),
    ...(composed === undefined ? {} : { [composed]: full[composed] }),
  }
  return { operation, idempotencyKey, record, input: plain(input) }
}

/** With the whole input of what it is composed of, in place of the public id of one that is there. */
async function fullInput(
  db: Db,
  description: Description,
  records: Records,
  member: string,
): Promise<Record<string, unknown>> {
  const input = await records.input(db, member)
  const entity = description.entities[member] as EntityDescription
  const composed = composedOf(entity, description)
  const field = entity.table?.fields.find(({ type }) => type.kind === 'ref' && type.relation === composed)
  if (composed !== undefined && field?.type.kind === 'ref') input[composed] = await records.input(db, field.type.entity)
  return input
}

/** Does it: the first time and again, always the same. */
export async function perform(db: Db, prepared: Prepared): Promise<Row | undefined> {
  const { operation, idempotencyKey, record = { refId: '', revision: 0 }, input = {} } = prepared
  const one = repository(db, operation.member)
  const { refId, revision } = record
  switch (operation.name) {
    case 'create':
      return await one.create(revived(input), { idempotencyKey })
    case 'update':
      return await one.update(refId, revived(input), { revision, idempotencyKey })
    case 'delete':
      return void (await one.delete(refId, { idempotencyKey }))
    case 'purge':
      return void (await one.purge(refId, { idempotencyKey }))
  }
}

const mark = '$stowage'

/** As JSON: what that does not know is marked. */
function plain(input: unknown): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(input, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
      const given = this[key]
      if (given instanceof Date) return { [mark]: 'date', value: given.toISOString() }
      if (given instanceof Uint8Array) return { [mark]: 'bytes', value: Buffer.from(given).toString('base64') }
      if (typeof given === 'bigint') return { [mark]: 'bigint', value: String(given) }
      return value
    }),
  )
}

function revived(input: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(input), (_, value) => {
    switch (value?.[mark]) {
      case 'date':
        return new Date(value.value)
      case 'bytes':
        return new Uint8Array(Buffer.from(value.value, 'base64'))
      case 'bigint':
        return BigInt(value.value)
      default:
        return value
    }
  })
}
