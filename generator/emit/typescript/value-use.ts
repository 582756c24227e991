import type { Field } from '../../model/field.ts'
import { valueTypeNamed } from '../../model/lookup.ts'
import type { Model, ValueType } from '../../model/model.ts'
import { heldValueTypes, valueTypesInnerFirst } from '../../model/value-order.ts'

/** Where value types are kept, and which of them are the same in JSON as they are in a document. */
export interface ValueUse {
  /** Those that documents hold, directly or inside others; the inner ones first. */
  readonly inMongo: readonly ValueType[]
  isInMongo(valueType: string): boolean
  /** Whether JSON holds it as it is: no dates, big integers, decimals, bytes or ids of MongoDB in it. */
  isJson(valueType: string): boolean
}

const changedByJson: ReadonlySet<string> = new Set([
  'timestamp',
  'date',
  'bigint',
  'decimal',
  'bytes',
  'uuid',
  'object_id',
])

export function valueUse(model: Model): ValueUse {
  const ordered = valueTypesInnerFirst(model)
  const inMongo = usedByDocuments(model)
  const json = new Set<string>()
  for (const { name, fields } of ordered) if (fields.every((field) => isJsonField(field, json))) json.add(name)
  return {
    inMongo: ordered.filter(({ name }) => inMongo.has(name)),
    isInMongo: (name) => inMongo.has(name),
    isJson: (name) => json.has(name),
  }
}

function isJsonField({ type }: Field, json: ReadonlySet<string>): boolean {
  if (type.kind === 'value') return json.has(type.valueType)
  return type.kind !== 'scalar' || !changedByJson.has(type.scalar)
}

function usedByDocuments(model: Model): ReadonlySet<string> {
  const used = new Set<string>()
  const open = model.entities.flatMap(({ mongo }) => heldValueTypes(mongo?.fields ?? []))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue
    used.add(name)
    open.push(...heldValueTypes(valueTypeNamed(model, name).fields))
  }
  return used
}
