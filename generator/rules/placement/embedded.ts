import type { Field } from '../../model/field.ts'
import { valueTypeNamed } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'

/** The fields of a part that the spec writes for it: its own and those of mixins, but not what the compiler adds. */
export function declaredFields(part: { readonly fields: readonly Field[] }): readonly Field[] {
  return part.fields.filter(({ origin }) => origin.kind !== 'tenant')
}

/**
 * Every field below one whose type is a value type, through all levels. `seen` holds the value types that were looked
 * into already, so that one shared by many is walked once.
 */
export function embeddedFields(field: Field, model: Model, seen: Set<string>): readonly Field[] {
  const found: Field[] = []
  const open: Field[] = [field]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type.kind !== 'value' || seen.has(next.type.valueType)) continue
    seen.add(next.type.valueType)
    const { fields } = valueTypeNamed(model, next.type.valueType)
    found.push(...fields)
    open.push(...fields)
  }
  return found
}
