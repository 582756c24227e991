import { createHash } from 'node:crypto'
import mongoose from 'mongoose'
import type { FieldFact } from '../../../expected/facts.ts'
import { newObjectId, newUlid, newUuid } from '../../values/ids.ts'
import { type NumberName, numberText } from '../../values/number.ts'
import { distinctText, matchingText } from '../../values/text.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec } from '../facts.ts'
import type { Doc } from '../session.ts'

const { Binary, Decimal128, Double, Int32, Long, ObjectId, UUID } = mongoose.mongo

/**
 * A value that the spec lets a field hold, as the driver sends it. Another number gives another value, as far as the
 * type has so many.
 *
 * @param n a whole number, from 0
 * @returns undefined where no text is found that a pattern lets pass
 */
export function valueOf(spec: Spec, fact: FieldFact, n: number): unknown {
  const one = singleOf(spec, fact, n)
  if (fact.list !== true || one === undefined) return one
  return [one]
}

/** An item of a list, or the value of what is none. */
export function singleOf(spec: Spec, fact: FieldFact, n: number): unknown {
  const type = typeOf(spec, fact)
  switch (type.kind) {
    case 'enum':
      return type.values[n % type.values.length]
    case 'ref':
      return type.holds === 'object_id' ? new ObjectId() : newUlid()
    case 'part':
      return newObjectId()
    case 'key':
      return `live/${newUlid()}`
    case 'value':
      return partsOf(spec, type.fields, n)
    case 'scalar':
      return scalar(fact, type.name, type.bounds, n)
  }
}

/** A value for each of several fields, by their keys. */
export function partsOf(spec: Spec, fields: readonly FieldFact[], n: number): Doc {
  return Object.fromEntries(fields.map((field) => [field.at, valueOf(spec, field, n)]))
}

/** The times count up from when the tests began, so that nothing is old enough to expire. */
const start = Date.now()

function scalar(fact: FieldFact, name: string, bounds: readonly number[], n: number): unknown {
  switch (name) {
    case 'string':
    case 'text':
    case 'external_id':
      return fact.pattern === undefined ? distinctText(n, bounds[0]) : matchingText(fact.pattern, n, bounds[0])
    case 'email':
      return patterned(fact, n, `${distinctText(n)}@example.com`)
    case 'url':
      return patterned(fact, n, `https://example.com/${distinctText(n)}`)
    case 'int':
    case 'bigint':
    case 'float':
    case 'decimal':
      return numberOf(name, numberText(name, bounds, fact, n))
    case 'boolean':
      return n % 2 === 1
    case 'timestamp':
      return new Date(start + n)
    case 'date':
      return new Date(Date.UTC(2026, 0, 1 + (n % 1_000_000)))
    case 'uuid':
      return new UUID(newUuid())
    case 'ulid':
      return newUlid()
    case 'object_id':
      return new ObjectId()
    case 'json':
      return { n }
    case 'bytes':
      return new Binary(createHash('sha256').update(distinctText(n)).digest())
    default:
      throw new Error(`no scalar is called ${name}`)
  }
}

function patterned(fact: FieldFact, n: number, usual: string): string | undefined {
  if (fact.pattern === undefined || new RegExp(fact.pattern, 'u').test(usual)) return usual
  return matchingText(fact.pattern, n)
}

/** A number's text in the type that a kind of number has in a document. */
export function numberOf(name: NumberName, text: string): unknown {
  switch (name) {
    case 'int':
      return new Int32(Number(text))
    case 'bigint':
      return Long.fromString(text)
    case 'float':
      return new Double(Number(text))
    case 'decimal':
      return Decimal128.fromString(text)
  }
}
