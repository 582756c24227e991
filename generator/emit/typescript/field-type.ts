import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { RefType, ScalarName } from '../../model/type.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { Uses } from './imports.ts'
import type { PackageNames } from './package-names.ts'
import type { ValueUse } from './value-use.ts'

/**
 * How values are held: as Prisma gives a row's, as Mongoose gives a document's, or as JSON. `entity` is the entity
 * whose record it is, as a type: `'Order'` in quotes, or the name of a type parameter.
 */
export interface Holding {
  readonly as: 'row' | 'document' | 'json'
  readonly entity: string
  readonly imports: Uses
  readonly names: PackageNames
  readonly values: ValueUse
}

/** The TypeScript type of a field: `RefId<'Order'>`, `string[] | null`. */
export function fieldType(field: Field, holding: Holding): string {
  const single = singleType(field, holding)
  const listed = field.list ? `${single}[]` : single
  return field.optional ? `${listed} | null` : listed
}

function singleType(field: Field, holding: Holding): string {
  const { type } = field
  const { entity, imports, names, values } = holding
  if (field.primary && type.kind === 'scalar' && type.scalar === 'uuid') return id('EntityId', entity, imports)
  if (field.publicId) return id('RefId', entity, imports)
  switch (type.kind) {
    case 'scalar':
      return scalarType(type.scalar, holding)
    case 'enum': {
      const { name, file } = names.enum(type.enum)
      return imports.type(name, file)
    }
    case 'value': {
      const { name, file } = names.valueType(type.valueType)
      imports.type(name, file)
      const changed = holding.as !== 'document' && values.isInMongo(type.valueType) && !values.isJson(type.valueType)
      return changed ? `${imports.type('InJson', 'types/json.ts')}<${name}>` : name
    }
    case 'ref':
      return refType(type, holding)
    case 'key':
      return `${imports.type('ObjectKey', 'ids.ts')}<${objectName(entity, type.object)}>`
    case 'part':
      return id('DocumentId', entity, imports)
    default:
      return assertNever(type)
  }
}

/** `'Contract.pdf'`; for a type parameter, a template of it. */
function objectName(entity: string, object: string): string {
  const quoted = /^'(.*)'$/.exec(entity)?.[1]
  return quoted === undefined ? `\`\${${entity}}.${object}\`` : stringLiteral(`${quoted}.${object}`)
}

function id(brand: 'EntityId' | 'RefId' | 'DocumentId', entity: string, imports: Uses): string {
  return `${imports.type(brand, 'ids.ts')}<${entity}>`
}

function refType(type: RefType, { as, imports }: Holding): string {
  const entity = stringLiteral(type.entity)
  switch (type.holds) {
    case 'id':
      return id('EntityId', entity, imports)
    case 'ref_id':
      return id('RefId', entity, imports)
    case 'object_id':
      return as === 'document' ? mongooseType('ObjectId', imports) : id('DocumentId', entity, imports)
    default:
      return assertNever(type.holds)
  }
}

function mongooseType(name: 'ObjectId' | 'Decimal128' | 'UUID', imports: Uses): string {
  return `${imports.type('Types', 'mongoose')}.${name}`
}

function scalarType(scalar: ScalarName, { as, imports }: Holding): string {
  switch (scalar) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
      return 'string'
    case 'int':
    case 'float':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'json':
      return imports.type('Json', 'types/json.ts')
    case 'ulid':
      return imports.type('Ulid', 'ids.ts')
    case 'uuid':
      return as === 'document' ? mongooseType('UUID', imports) : imports.type('Uuid', 'ids.ts')
    case 'object_id':
      return as === 'document' ? mongooseType('ObjectId', imports) : `${imports.type('DocumentId', 'ids.ts')}<string>`
    case 'bigint':
      return as === 'json' ? 'string' : 'bigint'
    case 'timestamp':
    case 'date':
      return as === 'json' ? 'string' : 'Date'
    case 'decimal':
      if (as === 'document') return mongooseType('Decimal128', imports)
      return as === 'json' ? 'string' : imports.type('Decimal', '@prisma/client/runtime/client')
    case 'bytes':
      if (as === 'document') return 'Buffer'
      return as === 'json' ? 'string' : 'Uint8Array<ArrayBuffer>'
    default:
      return assertNever(scalar)
  }
}

/** Whether the type names the entity's own kind: then an interface shared by entities has a parameter for it. */
export function namesOwnEntity({ primary, publicId, type }: Field): boolean {
  return (
    (primary && type.kind === 'scalar' && type.scalar === 'uuid') ||
    publicId ||
    type.kind === 'key' ||
    type.kind === 'part'
  )
}
