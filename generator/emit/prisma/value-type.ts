import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { FieldType, RefType } from '../../model/type.ts'
import { numeral } from '../../print/prisma/escape.ts'
import { nativeType } from '../../print/prisma/tree.ts'

type Native = ReturnType<typeof nativeType>

/** A scalar of Prisma and, where PostgreSQL's type is not the one Prisma would choose, that type. */
export interface PrismaType {
  readonly name: 'String' | 'Int' | 'BigInt' | 'Decimal' | 'Float' | 'Boolean' | 'DateTime' | 'Json' | 'Bytes'
  readonly native?: Native
  readonly list: boolean
}

/** What a field's column is to Prisma. A list of sub-documents is one JSON document, as one of them is. */
export function prismaType({ type, list }: Field): PrismaType {
  return { ...single(type), list: list && type.kind !== 'value' }
}

const uuid: Native = nativeType('Uuid')
const ulid: Native = nativeType('Char', [numeral(26)])
const objectId: Native = nativeType('Char', [numeral(24)])

function single(type: FieldType): Omit<PrismaType, 'list'> {
  switch (type.kind) {
    case 'scalar':
      return scalar(type)
    case 'enum':
    case 'key':
      return { name: 'String' }
    case 'value':
      return { name: 'Json' }
    case 'ref':
      return { name: 'String', native: held(type.holds) }
    case 'part':
      return { name: 'String', native: objectId }
    default:
      return assertNever(type)
  }
}

function held(holds: RefType['holds']): Native {
  switch (holds) {
    case 'id':
      return uuid
    case 'ref_id':
      return ulid
    case 'object_id':
      return objectId
    default:
      return assertNever(holds)
  }
}

function scalar({
  scalar: kind,
  length,
  precision,
  scale,
}: Extract<FieldType, { kind: 'scalar' }>): Omit<PrismaType, 'list'> {
  switch (kind) {
    case 'string':
      return length === undefined
        ? { name: 'String' }
        : { name: 'String', native: nativeType('VarChar', [numeral(length)]) }
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
      return { name: 'String' }
    case 'uuid':
      return { name: 'String', native: uuid }
    case 'ulid':
      return { name: 'String', native: ulid }
    case 'object_id':
      return { name: 'String', native: objectId }
    case 'int':
      return { name: 'Int' }
    case 'bigint':
      return { name: 'BigInt' }
    case 'decimal':
      return precision === undefined
        ? { name: 'Decimal' }
        : { name: 'Decimal', native: nativeType('Decimal', [numeral(precision), numeral(scale ?? 0)]) }
    case 'float':
      return { name: 'Float' }
    case 'boolean':
      return { name: 'Boolean' }
    case 'timestamp':
      return { name: 'DateTime', native: nativeType('Timestamptz', [numeral(3)]) }
    case 'date':
      return { name: 'DateTime', native: nativeType('Date') }
    case 'json':
      return { name: 'Json' }
    case 'bytes':
      return { name: 'Bytes' }
    default:
      return assertNever(kind)
  }
}
