import type { FieldFact, ValueTypeFact } from '../../expected/facts.ts'

/** A type of the spec, taken apart. */
export type Type =
  | { readonly kind: 'scalar'; readonly name: string; readonly bounds: readonly number[] }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'value'; readonly fields: readonly FieldFact[] }
  | { readonly kind: 'ref'; readonly entity: string; readonly holds: 'id' | 'ref_id' | 'object_id' }
  | { readonly kind: 'key' | 'part' }

/** What the spec's own types are made of. */
export interface Shapes {
  readonly facts: { readonly enums: Readonly<Record<string, readonly string[]>> }
  readonly valueTypes: ReadonlyMap<string, ValueTypeFact>
}

/** Reads the type of a field. Throws where it is none. */
export function typeOf(spec: Shapes, fact: FieldFact): Type {
  const [, name = '', argument] = /^(\w+)(?:\(([\w,]+)\))?$/.exec(fact.type) ?? []
  if (name === 'ref' && fact.holds !== undefined) return { kind: 'ref', entity: argument ?? '', holds: fact.holds }
  if (name === 'key' || name === 'part') return { kind: name }
  const values = spec.facts.enums[name]
  if (values !== undefined) return { kind: 'enum', values }
  const valueType = spec.valueTypes.get(name)
  if (valueType !== undefined) return { kind: 'value', fields: valueType.fields }
  return { kind: 'scalar', name, bounds: argument === undefined ? [] : argument.split(',').map(Number) }
}
