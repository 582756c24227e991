import type { Field } from '../../model/field.ts'
import { valueTypeNamed } from '../../model/lookup.ts'
import type { Model, ValueType } from '../../model/model.ts'

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
  const ordered = innerFirst(model)
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

function held(fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ type }) => (type.kind === 'value' ? [type.valueType] : []))
}

function usedByDocuments(model: Model): ReadonlySet<string> {
  const used = new Set<string>()
  const open = model.entities.flatMap(({ mongo }) => held(mongo?.fields ?? []))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue
    used.add(name)
    open.push(...held(valueTypeNamed(model, name).fields))
  }
  return used
}

/** Without recursion: types may be nested deeper than a stack holds. They contain no cycle. */
function innerFirst(model: Model): readonly ValueType[] {
  const done = new Map<string, ValueType>()
  for (const root of model.valueTypes) {
    const open: ValueType[] = [root]
    for (let type = open.at(-1); type !== undefined; type = open.at(-1)) {
      const missing = held(type.fields).filter((name) => !done.has(name))
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
