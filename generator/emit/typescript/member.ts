import type { Field } from '../../model/field.ts'
import type { PropertySignature } from '../../print/typescript/tree.ts'
import { fieldType, type Holding } from './field-type.ts'

/** A field as a member of an interface. `name`: as Prisma calls it, or as the document does. */
export function memberOf(field: Field, name: string, isReadonly: boolean, holding: Holding): PropertySignature {
  return {
    name,
    type: fieldType(field, holding),
    ...(isReadonly ? { isReadonly } : {}),
    ...(field.about === undefined ? {} : { doc: field.about }),
  }
}

/** Whether two members say the same, whatever their documentation. */
export function sameMember(a: PropertySignature, b: PropertySignature | undefined): boolean {
  return (
    b !== undefined && a.name === b.name && a.type === b.type && (a.isReadonly ?? false) === (b.isReadonly ?? false)
  )
}
