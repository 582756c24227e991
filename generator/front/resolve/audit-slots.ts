import type { Field } from '../../model/field.ts'
import type { MongoEntity } from '../../model/lookup.ts'
import type { Enum, ValueType } from '../../model/model.ts'
import type { AuditSlot } from '../../model/project.ts'
import type { AuditContext } from './audit-context.ts'
import { movesToRecord } from './audited-moves.ts'

/** What is wrong with a field that is to hold something of an audit record: it follows the field's name. */
interface Fault {
  readonly message: string
  readonly help: string
}

type Known = Pick<AuditContext, 'enums' | 'valueTypes' | 'entities'>

export function slotFaults(slot: AuditSlot, field: Field, entity: MongoEntity, known: Known): readonly Fault[] {
  if (field.list) return [{ message: `is a list, and holds one ${words[slot]}`, help: 'leave out the `[]`' }]
  switch (slot) {
    case 'action':
      return textFaults(slot, field, 0)
    case 'entity':
      return textFaults(slot, field, longest(known, 'name'))
    case 'dedupe_key':
      return [...textFaults(slot, field, longest(known, 'key')), ...uniqueFaults(field, entity)]
    case 'entity_ref_id':
      return isScalar(field, 'ulid') || (isText(field) && lengthOf(field) >= 26) ? [] : [wrong(slot, 'a `ulid`')]
    case 'occurred_on':
      return isScalar(field, 'timestamp') ? [] : [wrong(slot, 'a `timestamp`')]
    case 'before':
    case 'after':
      return isScalar(field, 'json') ? [] : [wrong(slot, '`json`')]
    case 'actor':
      return actorFaults(field, known)
  }
}

const words: Readonly<Record<AuditSlot, string>> = {
  action: 'action',
  actor: 'actor',
  entity: 'kind of record',
  entity_ref_id: 'public id',
  before: 'state',
  after: 'state',
  occurred_on: 'time',
  dedupe_key: 'key',
}

function wrong(slot: AuditSlot, type: string): Fault {
  return { message: `cannot hold the ${words[slot]}: it is not ${type}`, help: `make it ${type}` }
}

function isScalar({ type }: Field, scalar: string): boolean {
  return type.kind === 'scalar' && type.scalar === scalar
}

function isText(field: Field): boolean {
  return isScalar(field, 'string') || isScalar(field, 'text')
}

function lengthOf({ type }: Field): number {
  return type.kind === 'scalar' && type.length !== undefined ? type.length : Number.POSITIVE_INFINITY
}

function textFaults(slot: AuditSlot, field: Field, needed: number): readonly Fault[] {
  if (!isText(field)) return [wrong(slot, 'a `string`')]
  if (lengthOf(field) >= needed) return []
  return [
    {
      message: `is too short for the ${words[slot]}: it may have ${needed} characters`,
      help: `make it \`string(${needed})\` or longer`,
    },
  ]
}

/** The longest text there may be, over everything that moves. */
function longest({ entities }: Known, text: 'name' | 'key'): number {
  return entities.reduce((most, entity) => Math.max(most, movesToRecord(entity)?.[text] ?? 0), 0)
}

/** By itself or within the tenant: a second delivery is of the same one. */
function uniqueFaults({ name }: Field, { mongo }: MongoEntity): readonly Fault[] {
  const tenants = new Set(mongo.fields.flatMap((field) => (field.origin.kind === 'tenant' ? field.name : [])))
  const isUnique = mongo.uniques.some(
    ({ fields, where }) =>
      where.length === 0 && fields.includes(name) && fields.every((one) => one === name || tenants.has(one)),
  )
  return isUnique ? [] : [{ message: 'is not unique: a second delivery would be kept too', help: 'add `unique: true`' }]
}

const kindsOfActor = ['user', 'agent', 'job', 'support']

/** Anything, or a type with the kind of the actor and its id. */
function actorFaults(field: Field, { enums, valueTypes }: Known): readonly Fault[] {
  const { type } = field
  if (isScalar(field, 'json')) return []
  const shape = type.kind === 'value' ? valueTypes.get(type.valueType) : undefined
  if (type.kind === 'value' && shape === undefined) return []
  const holds = shape !== undefined && holdsActor(shape, enums)
  return holds
    ? []
    : [
        {
          message: 'cannot hold the actor: it is neither `json` nor a type with `kind` and `id`',
          help: `give it a type with \`kind\` (a \`string\`, or an enum of ${kindsOfActor.join(', ')}) and \`id\` (a \`string\`), all else optional`,
        },
      ]
}

function holdsActor({ fields }: ValueType, enums: ReadonlyMap<string, Enum>): boolean {
  const kind = fields.find(({ name }) => name === 'kind')
  const id = fields.find(({ name }) => name === 'id')
  if (kind === undefined || id === undefined || kind.list || id.list || !isText(id)) return false
  const others = fields.filter((field) => field !== kind && field !== id)
  if (others.some(({ optional, default: start }) => !optional && start === undefined)) return false
  if (kind.type.kind !== 'enum') return isText(kind)
  const values = new Set(enums.get(kind.type.enum)?.values.map(({ name }) => name))
  return kindsOfActor.every((one) => values.has(one))
}
