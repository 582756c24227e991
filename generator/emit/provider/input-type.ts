import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import { fieldType, type Holding } from '../typescript/field-type.ts'
import { support } from './context.ts'

/** The TypeScript type of what a caller gives for a field; without null. */
export function inputType(field: Field, holding: Holding): string {
  const single = singleType(field, holding)
  if (!field.list) return single
  return single.includes(' | ') ? `(${single})[]` : `${single}[]`
}

/** Wider than what is read where several forms mean the same. */
function singleType(field: Field, holding: Holding): string {
  const { type } = field
  const { imports } = holding
  if (type.kind === 'ref') return referenceType(type.entity, type.holds, holding)
  if (type.kind !== 'scalar') return fieldType({ ...field, list: false, optional: false }, holding)
  switch (type.scalar) {
    case 'timestamp':
    case 'date':
      return imports.type('TimeInput', support.inputs)
    case 'decimal':
      return holding.as === 'document'
        ? `string | number | ${imports.type('Types', 'mongoose')}.Decimal128`
        : `string | number | ${imports.type('Decimal', '@prisma/client/runtime/client')}`
    case 'bigint':
      return 'bigint | number | string'
    case 'bytes':
      return 'Uint8Array'
    case 'uuid':
      return imports.type('Uuid', 'ids.ts')
    case 'object_id':
      return `${imports.type('DocumentId', 'ids.ts')}<string>`
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
    case 'int':
    case 'float':
    case 'boolean':
    case 'json':
    case 'ulid':
      return fieldType({ ...field, list: false, optional: false }, holding)
    default:
      return assertNever(type.scalar)
  }
}

/** Rows are referred to by either id; the `_id` of a document is nobody's business. */
function referenceType(entity: string, holds: 'id' | 'ref_id' | 'object_id', { imports }: Holding): string {
  const name = stringLiteral(entity)
  return holds === 'id'
    ? `${imports.type('Reference', support.inputs)}<${name}>`
    : `${imports.type('RefId', 'ids.ts')}<${name}>`
}
