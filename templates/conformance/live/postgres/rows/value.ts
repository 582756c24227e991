import type { FieldFact } from '../../../expected/facts.ts'
import { newObjectId, newUlid, newUuid } from '../../values/ids.ts'
import { numberText } from '../../values/number.ts'
import { distinctText, matchingText } from '../../values/text.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec } from '../facts.ts'

/** As a parameter of a statement; undefined where nothing that the spec lets pass is found. */
export type Value = string | boolean | null | readonly Value[] | Buffer | undefined

/**
 * A value that the spec lets a field hold. Another number gives another value, as far as the type has so many.
 *
 * @param n a whole number, from 0
 */
export function someValue(spec: Spec, fact: FieldFact, n: number): Value {
  const type = typeOf(spec, fact)
  if (type.kind === 'value') {
    const shape = shapeOf(spec, type.fields, n)
    return JSON.stringify(fact.list === true ? [shape] : shape)
  }
  const one = single(spec, fact, n)
  if (fact.list !== true || one === undefined) return one
  return [one]
}

function single(spec: Spec, fact: FieldFact, n: number): Value {
  const type = typeOf(spec, fact)
  switch (type.kind) {
    case 'enum':
      return type.values[n % type.values.length]
    case 'ref':
      return type.holds === 'id' ? newUuid() : type.holds === 'ref_id' ? newUlid() : newObjectId()
    case 'part':
      return newObjectId()
    case 'key':
      return `live/${newUlid()}`
    case 'value':
      return undefined
    case 'scalar':
      return scalar(fact, type.name, type.bounds, n)
  }
}

/** The times count up from when the tests began, so that a partition for them is there. */
const start = Date.now()

function scalar(fact: FieldFact, name: string, bounds: readonly number[], n: number): Value {
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
      return numberText(name, bounds, fact, n)
    case 'boolean':
      return n % 2 === 1
    case 'timestamp':
      return new Date(start + n).toISOString()
    case 'date':
      return new Date(Date.UTC(2026, 0, 1 + (n % 1_000_000))).toISOString().slice(0, 10)
    case 'uuid':
      return newUuid()
    case 'ulid':
      return newUlid()
    case 'object_id':
      return newObjectId()
    case 'json':
      return JSON.stringify({ n })
    case 'bytes':
      return Buffer.from(distinctText(n))
    default:
      throw new Error(`no scalar is called ${name}`)
  }
}

function patterned(fact: FieldFact, n: number, usual: string): Value {
  if (fact.pattern === undefined || new RegExp(fact.pattern, 'u').test(usual)) return usual
  return matchingText(fact.pattern, n)
}

/** A sub-document with all its fields, as JSON holds them. */
function shapeOf(spec: Spec, fields: readonly FieldFact[], n: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field.at, jsonOf(spec, field, n)]))
}

function jsonOf(spec: Spec, fact: FieldFact, n: number): unknown {
  const value = someValue(spec, fact, n)
  const type = typeOf(spec, fact)
  if (type.kind === 'value' && typeof value === 'string') return JSON.parse(value)
  const isNumber = type.kind === 'scalar' && ['int', 'float'].includes(type.name)
  return isNumber && typeof value === 'string' ? Number(value) : value
}
