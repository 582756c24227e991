import { assertNever } from '../base/internal-error.ts'
import type { Field } from './field.ts'
import type { FieldType } from './type.ts'

/** A field's type as the language writes it: `ref(Order)?`. */
export function fieldTypeText({ type, list, optional }: Pick<Field, 'type' | 'list' | 'optional'>): string {
  return `${typeText(type)}${list ? '[]' : ''}${optional ? '?' : ''}`
}

/** The same without list and optional: `decimal(12,2)`, `ref(Invoice)`. */
export function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'scalar': {
      const bounds = [type.length, type.precision, type.scale].filter((bound) => bound !== undefined)
      return bounds.length === 0 ? type.scalar : `${type.scalar}(${bounds.join(',')})`
    }
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
