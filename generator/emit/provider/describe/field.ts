import type { FieldDescription, FieldTypeDescription, Kept } from '../../../../runtime/src/description/field.ts'
import { toCase } from '../../../base/casing.ts'
import { assertNever } from '../../../base/internal-error.ts'
import { oncePer } from '../../../base/once-per.ts'
import { isEncrypted } from '../../../model/encrypted.ts'
import type { Entity } from '../../../model/entity.ts'
import type { DefaultValue, Field } from '../../../model/field.ts'
import type { Model } from '../../../model/model.ts'
import { entityMember } from '../../typescript/data-members.ts'

/** A column of a row; `name`: its member in Prisma's client; `relation`: what a reference is called without its suffix. */
export function describeColumn(
  field: Field,
  { name, relation }: { readonly name: string; readonly relation?: string | undefined },
  place: Place,
): FieldDescription {
  return describeField(field, name, place, relation)
}

/** Where a field stands. */
export interface Place {
  readonly model: Model
  /** Absent for embedded shapes. */
  readonly entity?: Entity
  /** The fields that the store compares. */
  readonly compared?: ReadonlySet<string>
}

/** A key of a document or of an embedded shape. */
export function describeDocumentField(field: Field, place: Place): FieldDescription {
  return describeField(field, field.physical.text, place)
}

function describeField(
  field: Field,
  name: string,
  { model, entity, compared }: Place,
  relation?: string,
): FieldDescription {
  const kept = entity === undefined ? undefined : keptAs(field, entity)
  const type = describeType(field, model, relation)
  if (entity === undefined || field.origin.kind !== 'mixin' || field.classify === 'secret') {
    return described(field, name, type, kept, compared)
  }
  // Most fields of a spec are those of its mixins, the same in entity after entity.
  const known = ofMixins(model)
  const target = type.kind === 'ref' ? `${type.entity} ${type.holds} ${type.relation}` : ''
  const key = `${field.origin.mixin} ${field.name} ${name} ${field.physical.text} ${kept} ${target}`
  const before = known.get(key)
  if (before !== undefined) return before
  const made = described(field, name, type, kept, compared)
  known.set(key, made)
  return made
}

const ofMixins = oncePer((_: Model) => new Map<string, FieldDescription>())

type Mutable<T> = { -readonly [Member in keyof T]: T[Member] }

function described(
  field: Field,
  name: string,
  type: FieldTypeDescription,
  kept: Kept | undefined,
  compared: ReadonlySet<string> | undefined,
): FieldDescription {
  const made: Mutable<FieldDescription> = { name, column: field.physical.text, type }
  if (field.list) made.list = true
  if (field.optional) made.optional = true
  if (field.immutable) made.immutable = true
  if (kept !== undefined) made.kept = kept
  if (field.default !== undefined) made.default = describeDefault(field.default)
  if (field.type.kind === 'scalar') {
    const { length, precision, scale } = field.type
    if (length !== undefined) made.length = length
    if (precision !== undefined) made.precision = precision
    if (scale !== undefined) made.scale = scale
  }
  if (field.min !== undefined) made.min = field.min
  if (field.max !== undefined) made.max = field.max
  if (field.pattern !== undefined) made.pattern = field.pattern
  if (field.classify === 'pii' || field.classify === 'secret') made.classify = field.classify
  if (isEncrypted(field, compared)) made.encrypted = true
  return made
}

function describeDefault(value: DefaultValue): NonNullable<FieldDescription['default']> {
  switch (value.kind) {
    case 'now':
    case 'uuid7':
    case 'ulid':
      return { kind: value.kind }
    case 'empty_list':
      return { kind: 'emptyList' }
    case 'literal':
      return { kind: 'literal', value: value.value }
    default:
      return assertNever(value)
  }
}

function describeType({ name, type, relation }: Field, model: Model, called?: string): FieldTypeDescription {
  switch (type.kind) {
    case 'scalar':
      return { kind: 'scalar', scalar: type.scalar }
    case 'enum':
      return { kind: 'enum', enum: type.enum }
    case 'value':
      return { kind: 'value', valueType: type.valueType }
    case 'ref':
      return {
        kind: 'ref',
        entity: entityMember(model, type.entity),
        holds: type.holds,
        relation: called ?? relation?.member ?? toCase(name, 'camelCase'),
      }
    case 'key':
      return { kind: 'key', object: type.object }
    case 'part':
      return { kind: 'part' }
    default:
      return assertNever(type)
  }
}

/** By what the field is, not by what it is called: what the data layer writes and no caller. */
function keptAs(field: Field, { softDelete }: Entity): Kept | undefined {
  const { name, origin, type, immutable } = field
  if (field.primary) return 'id'
  if (field.publicId) return 'refId'
  if (origin.kind === 'tenant') return 'tenant'
  if (softDelete?.on === name) return 'deletedOn'
  if (softDelete?.by === name) return 'deletedBy'
  if (field.onUpdate === 'increment') return 'revision'
  if (field.onUpdate === 'now') return 'updatedOn'
  if (origin.kind !== 'mixin') return undefined
  const isUser = type.kind === 'ref'
  if (origin.role === 'base') return isUser ? 'createdBy' : immutable && isTimestamp(field) ? 'createdOn' : undefined
  return origin.role === 'mutable' && isUser ? 'updatedBy' : undefined
}

function isTimestamp({ type }: Field): boolean {
  return type.kind === 'scalar' && type.scalar === 'timestamp'
}
