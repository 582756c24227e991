import type { FieldDescription, FieldTypeDescription, Kept } from '../../../../runtime/src/description/field.ts'
import { toCase } from '../../../base/casing.ts'
import { assertNever } from '../../../base/internal-error.ts'
import type { Entity } from '../../../model/entity.ts'
import type { DefaultValue, Field } from '../../../model/field.ts'
import { entityMember } from './member.ts'

/** A column of a row; `name`: its member in Prisma's client. */
export function describeColumn(
  field: Field,
  name: string,
  entity: Entity,
  compared: ReadonlySet<string>,
): FieldDescription {
  return describeField(field, name, entity, compared)
}

/** A key of a document or of an embedded shape. */
export function describeDocumentField(
  field: Field,
  entity?: Entity,
  compared: ReadonlySet<string> = none,
): FieldDescription {
  return describeField(field, field.physical.text, entity, compared)
}

const none: ReadonlySet<string> = new Set()

function describeField(
  field: Field,
  name: string,
  entity: Entity | undefined,
  compared: ReadonlySet<string>,
): FieldDescription {
  const { type, classify } = field
  const scalar = type.kind === 'scalar' ? type : undefined
  const kept = entity === undefined ? undefined : keptAs(field, entity)
  return {
    name,
    column: field.physical.text,
    type: describeType(field),
    ...(field.list ? { list: true } : {}),
    ...(field.optional ? { optional: true } : {}),
    ...(field.immutable ? { immutable: true } : {}),
    ...(kept === undefined ? {} : { kept }),
    ...(field.default === undefined ? {} : { default: describeDefault(field.default) }),
    ...(scalar?.length === undefined ? {} : { length: scalar.length }),
    ...(scalar?.precision === undefined ? {} : { precision: scalar.precision }),
    ...(scalar?.scale === undefined ? {} : { scale: scalar.scale }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
    ...(classify === 'pii' || classify === 'secret' ? { classify } : {}),
    ...(isEncrypted(field, compared) ? { encrypted: true } : {}),
  }
}

/** A secret that the store must find, compare or check by its characters stays as it is: such a one is a digest. */
function isEncrypted({ name, type, classify, list, lookup, pattern }: Field, compared: ReadonlySet<string>): boolean {
  if (classify !== 'secret' || list || lookup !== undefined || pattern !== undefined || compared.has(name)) return false
  return type.kind === 'scalar' && (type.scalar === 'string' || type.scalar === 'text')
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

function describeType({ name, type, relation }: Field): FieldTypeDescription {
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
        entity: entityMember(type.entity),
        holds: type.holds,
        relation: relation?.member ?? toCase(name, 'camelCase'),
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
