import fc from 'fast-check'
import mongoose from 'mongoose'
import type { Field } from '../../../generator/model/field.ts'
import { enumNamed, valueTypeNamed } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'

const { Types } = mongoose

/** A value that a field must take, read from the spec's model alone. */
function sampleOf(field: Field, model: Model): unknown {
  const single = sampleSingle(field, model)
  return field.list ? [single, single] : single
}

export function sampleDocument(fields: readonly Field[], model: Model): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.physical.text, sampleOf(field, model)]))
}

const ulid = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

function sampleSingle({ type, pattern, min }: Field, model: Model): unknown {
  switch (type.kind) {
    case 'enum':
      return enumNamed(model, type.enum).values.at(-1)?.name
    case 'value':
      return sampleDocument(valueTypeNamed(model, type.valueType).fields, model)
    case 'ref':
      return type.holds === 'object_id' ? new Types.ObjectId() : ulid
    case 'key':
      return `tenants/${ulid}/things/${ulid}.bin`
    case 'part':
      return '0123456789abcdef01234567'
    case 'scalar':
      break
  }
  switch (type.scalar) {
    case 'ulid':
      return ulid
    case 'int':
      return min ?? 7
    case 'float':
      return (min ?? 0) + 0.5
    case 'bigint':
      return BigInt(min ?? 7)
    case 'decimal':
      return Types.Decimal128.fromString(String(min ?? 1.5))
    case 'boolean':
      return true
    case 'timestamp':
    case 'date':
      return new Date('2026-01-02T00:00:00Z')
    case 'uuid':
      return new Types.UUID()
    case 'object_id':
      return new Types.ObjectId()
    case 'json':
      return { any: [1, 'thing', null] }
    case 'bytes':
      return Buffer.from('bytes')
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
      return matching(pattern, type.length)
  }
}

/** A text that fits the pattern; an empty one where anything goes. */
function matching(pattern: string | undefined, length: number | undefined): string {
  if (pattern === undefined) return ''
  const fitting = fc.stringMatching(new RegExp(pattern)).filter((text) => length === undefined || text.length <= length)
  const [found = ''] = fc.sample(fitting, { numRuns: 1, seed: 1 })
  return found
}
