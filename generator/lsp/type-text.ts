import { assertNever } from '../base/internal-error.ts'
import type { Field } from '../model/field.ts'
import type { FieldType } from '../model/type.ts'

/** A field's type in the words of the language: `ref(Order)?`. */
export function typeText({ type, list, optional }: Pick<Field, 'type' | 'list' | 'optional'>): string {
  return `${nameOf(type)}${list ? '[]' : ''}${optional ? '?' : ''}`
}

function nameOf(type: FieldType): string {
  switch (type.kind) {
    case 'scalar':
      if (type.length !== undefined) return `${type.scalar}(${type.length})`
      return type.precision === undefined ? type.scalar : `${type.scalar}(${type.precision},${type.scale ?? 0})`
    case 'enum':
      return type.enum
    case 'value':
      return type.valueType
    case 'ref':
      return `ref(${type.entity})`
    case 'key':
      return `key(${type.object})`
    case 'part':
      return `part(${type.store})`
    default:
      return assertNever(type)
  }
}
