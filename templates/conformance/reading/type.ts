import type { FieldFact } from '../expected/facts.ts'
import { enums, valueTypes } from '../expected/project.ts'

/** A type of the spec, taken apart. */
export type ReadType =
  | { readonly kind: 'scalar'; readonly name: string; readonly bounds: readonly number[] }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'value'; readonly fields: readonly FieldFact[] }
  | { readonly kind: 'ref'; readonly holds: 'id' | 'ref_id' | 'object_id' }
  | { readonly kind: 'key' | 'part' }

const valueTypeOf = new Map(valueTypes.map((valueType) => [valueType.name, valueType]))

/** Reads the type of a field. Throws where it is none. */
export function typeOf(fact: FieldFact): ReadType {
  const match = /^(\w+)(?:\(([\w,]+)\))?$/.exec(fact.type)
  const [, name = '', argument] = match ?? []
  if (name === 'ref' && fact.holds !== undefined) return { kind: 'ref', holds: fact.holds }
  if (name === 'key' || name === 'part') return { kind: name }
  const values = enums[name]
  if (values !== undefined) return { kind: 'enum', values }
  const valueType = valueTypeOf.get(name)
  if (valueType !== undefined) return { kind: 'value', fields: valueType.fields }
  if (!/^[a-z]/.test(name)) throw new Error(`no type is called ${JSON.stringify(fact.type)}`)
  return { kind: 'scalar', name, bounds: argument === undefined ? [] : argument.split(',').map(Number) }
}
