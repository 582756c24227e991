import type { Field } from './field.ts'
import { valueTypeNamed } from './lookup.ts'
import type { Model, ValueType } from './model.ts'

/** The value types that fields hold directly. */
export function heldValueTypes(fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ type }) => (type.kind === 'value' ? [type.valueType] : []))
}

/** Every value type, each behind those it holds. Without recursion: types may be nested deeper than a stack holds. */
export function valueTypesInnerFirst(model: Model): readonly ValueType[] {
  const done = new Map<string, ValueType>()
  for (const root of model.valueTypes) {
    const open: ValueType[] = [root]
    for (let type = open.at(-1); type !== undefined; type = open.at(-1)) {
      const missing = heldValueTypes(type.fields).filter((name) => !done.has(name))
      if (missing.length === 0) {
        done.set(type.name, type)
        open.pop()
      } else {
        open.push(...missing.map((name) => valueTypeNamed(model, name)))
      }
    }
  }
  return [...done.values()]
}
