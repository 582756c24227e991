import type { FieldFact } from '../../../expected/facts.ts'
import { newObjectId, newUlid } from '../../values/ids.ts'
import { numberRange, unitsText } from '../../values/number.ts'
import { distinctText, mismatchingText } from '../../values/text.ts'
import { typeOf } from '../../values/types.ts'
import { states } from '../attempt.ts'
import type { Spec } from '../facts.ts'
import { someValue, type Value } from './value.ts'

/** A value that the spec does not let a field hold. */
export interface WrongValue {
  /** In words: `a text of 121 characters`. */
  readonly what: string
  readonly value: Value
  readonly code: string
  /** The constraint that must refuse it, where the column's type does not. */
  readonly constraint?: string
}

/** Values that are wrong in each way there is; none where the type alone says everything. */
export function wrongValues(spec: Spec, fact: FieldFact): readonly WrongValue[] {
  const type = typeOf(spec, fact)
  const checked = { code: states.check, ...(fact.check === undefined ? {} : { constraint: fact.check }) }
  const missing: readonly WrongValue[] =
    fact.optional === true ? [] : [{ what: 'an empty value', value: null, code: states.notNull }]
  if (type.kind === 'value') return [...wrongShapes(fact).map((wrong) => ({ ...wrong, ...checked })), ...missing]
  const single = wrongSingles(spec, fact)
  const wrong = single.map(({ what, value, code }) => ({
    what: fact.list === true ? `a list with ${what}` : what,
    value: fact.list === true ? [someValue(spec, { ...withoutList(fact) }, 1), value] : value,
    ...(code === undefined ? checked : { code }),
  }))
  const empty: readonly WrongValue[] =
    fact.list === true ? [{ what: 'a list with an empty item', value: [null], ...checked }] : []
  return [...wrong, ...empty, ...missing]
}

function withoutList({ list: _, ...fact }: FieldFact): FieldFact {
  return fact
}

function wrongShapes(fact: FieldFact): readonly { readonly what: string; readonly value: Value }[] {
  return [
    fact.list === true
      ? { what: 'a document in place of a list', value: '{}' }
      : { what: 'a list in place of a document', value: '[]' },
    { what: 'a text in place of a document', value: '"text"' },
    { what: 'a number in place of a document', value: '1' },
  ]
}

interface WrongSingle {
  readonly what: string
  readonly value: Value
  /** Where it is the column's type that refuses it. */
  readonly code?: string
}

function wrongSingles(spec: Spec, fact: FieldFact): readonly WrongSingle[] {
  const type = typeOf(spec, fact)
  switch (type.kind) {
    case 'enum':
      return wrongMembers(type.values)
    case 'ref':
      return type.holds === 'ref_id' ? wrongUlids() : type.holds === 'object_id' ? wrongObjectIds() : []
    case 'part':
      return wrongObjectIds()
    case 'key':
    case 'value':
      return []
    case 'scalar':
      return wrongScalars(fact, type.name, type.bounds)
  }
}

function wrongScalars(fact: FieldFact, name: string, bounds: readonly number[]): readonly WrongSingle[] {
  const pattern = wrongTexts(fact, name === 'string' ? bounds[0] : undefined)
  switch (name) {
    case 'string': {
      const [length] = bounds
      return length === undefined ? pattern : [{ ...tooLong(length), code: states.tooLong }, ...pattern]
    }
    case 'ulid':
      return wrongUlids()
    case 'object_id':
      return wrongObjectIds()
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'float':
      return wrongNumbers(fact, name, bounds)
    default:
      return pattern
  }
}

function tooLong(length: number): WrongSingle {
  return { what: `a text of ${length + 1} characters`, value: 'x'.repeat(length + 1) }
}

function wrongTexts({ pattern }: FieldFact, length: number | undefined): readonly WrongSingle[] {
  if (pattern === undefined) return []
  const value = mismatchingText(pattern, length)
  return value === undefined ? [] : [{ what: `${JSON.stringify(value)}, which is not of its pattern`, value }]
}

function wrongMembers(values: readonly string[]): readonly WrongSingle[] {
  const candidates = [
    distinctText(99),
    '',
    ...values.slice(0, 1).flatMap((value) => [value.toUpperCase(), `${value} `]),
  ]
  return candidates
    .filter((value) => !values.includes(value))
    .map((value) => ({ what: `${JSON.stringify(value)}, which is no value of its enum`, value }))
}

/** What libraries let pass as a ULID though it is none. */
function wrongUlids(): readonly WrongSingle[] {
  const good = newUlid()
  return [
    { what: 'a ULID of more than 128 bits', value: '8ZZZZZZZZZZZZZZZZZZZZZZZZZ' },
    { what: 'a ULID in lower case', value: `${good.slice(0, 25)}a`.toLowerCase() },
    { what: 'a ULID with a letter that is none of its alphabet', value: `${good.slice(0, 25)}U` },
    { what: 'a ULID that is too short', value: good.slice(0, 25) },
    { what: 'a ULID that is too long', value: `${good}0`, code: states.tooLong },
  ]
}

function wrongObjectIds(): readonly WrongSingle[] {
  const good = newObjectId()
  return [
    { what: 'an object id in upper case', value: `${good.slice(0, 23)}A` },
    { what: 'an object id that is not hexadecimal', value: `${good.slice(0, 23)}g` },
    { what: 'an object id that is too short', value: good.slice(0, 23) },
  ]
}

function wrongNumbers(
  fact: FieldFact,
  name: 'int' | 'bigint' | 'decimal' | 'float',
  bounds: readonly number[],
): readonly WrongSingle[] {
  const { digits, low, high } = numberRange(name, bounds, fact)
  const [precision, scale = 0] = name === 'decimal' ? bounds : []
  return [
    ...(fact.min === undefined ? [] : [{ what: `less than ${fact.min}`, value: unitsText(low - 1n, digits) }]),
    ...(fact.max === undefined ? [] : [{ what: `more than ${fact.max}`, value: unitsText(high + 1n, digits) }]),
    ...(precision === undefined
      ? []
      : [{ what: 'more digits than it has', value: `1${'0'.repeat(precision - scale)}`, code: states.outOfRange }]),
  ]
}
