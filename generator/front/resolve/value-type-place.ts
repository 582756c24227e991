import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { ValueType } from '../../model/model.ts'
import type { Context } from './context.ts'

/** Refuses a value type with a reference in a row: no foreign key could hold what stands in a `jsonb`. */
export function reportReferencesInJson(
  entities: readonly Entity[],
  valueTypes: ReadonlyMap<string, ValueType>,
  context: Context,
): void {
  const references = referencesIn(valueTypes)
  if (references.size === 0) return
  for (const { postgres } of entities) {
    for (const field of postgres?.fields ?? []) {
      const reference = field.type.kind === 'value' ? references.get(field.type.valueType) : undefined
      if (field.type.kind !== 'value' || reference === undefined) continue
      context.report({
        code: 'store/unsupported-type',
        severity: 'error',
        message: `\`${field.type.valueType}\` holds the reference \`${reference.name}\`, which PostgreSQL cannot keep inside a column`,
        span: field.typeSpan,
        related: [{ span: reference.typeSpan, label: 'the reference is declared here' }],
        help: 'refer to it by a field of the row itself, or move this field to a `mongo` part',
      })
    }
  }
}

/** Each value type that holds a reference, itself or in those that it holds, with that reference. */
function referencesIn(valueTypes: ReadonlyMap<string, ValueType>): ReadonlyMap<string, Field> {
  const holders = new Map<string, string[]>()
  const found = new Map<string, Field>()
  for (const { name, fields } of valueTypes.values()) {
    for (const field of fields) {
      const { type } = field
      if (type.kind === 'ref' && !found.has(name)) found.set(name, field)
      if (type.kind === 'value') holders.set(type.valueType, [...(holders.get(type.valueType) ?? []), name])
    }
  }
  const open = [...found.keys()]
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    const reference = found.get(inner)
    for (const outer of holders.get(inner) ?? []) {
      if (reference === undefined || found.has(outer)) continue
      found.set(outer, reference)
      open.push(outer)
    }
  }
  return found
}
