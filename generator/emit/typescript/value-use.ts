import { oncePer } from '../../base/once-per.ts'
import type { Field } from '../../model/field.ts'
import { inMongo, valueTypeNamed } from '../../model/lookup.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model, ValueType } from '../../model/model.ts'
import type { MongoPart } from '../../model/mongo.ts'
import { heldValueTypes, valueTypesInnerFirst } from '../../model/value-order.ts'

/** Where value types are kept, and which of them are the same in JSON as they are in a document. */
export interface ValueUse {
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
  const [inMongo, json] = [usedByDocuments(model), keptByJson(model)]
  return { isInMongo: (name) => inMongo.has(name), isJson: (name) => json.has(name) }
}

/** The value types that documents hold, directly or inside others; the inner ones first. */
export function valuesInMongo(model: Model): readonly ValueType[] {
  const inMongo = usedByDocuments(model)
  return inMongo.size === 0 ? [] : valueTypesInnerFirst(model).filter(({ name }) => inMongo.has(name))
}

const keptByJson = indexing((model) => {
  const json = new Map<string, true>()
  for (const { name, fields } of valueTypesInnerFirst(model)) {
    if (fields.every((field) => isJsonField(field, json))) json.set(name, true)
  }
  return json
})

function isJsonField({ type }: Field, json: ReadonlyMap<string, true>): boolean {
  if (type.kind === 'value') return json.has(type.valueType)
  return type.kind !== 'scalar' || !changedByJson.has(type.scalar)
}

const heldByDocument = oncePer((part: MongoPart) => heldValueTypes(part.fields))

const usedByDocuments = indexing((model) => {
  const used = new Map<string, true>()
  const open = inMongo(model).flatMap(({ mongo }) => heldByDocument(mongo))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue
    used.set(name, true)
    open.push(...heldValueTypes(valueTypeNamed(model, name).fields))
  }
  return used
})
