import type { FieldFact } from '../../../expected/facts.ts'
import { newObjectId, newUlid } from '../../values/ids.ts'
import { type NumberName, numberRange, unitsText } from '../../values/number.ts'
import { distinctText, matchingText, mismatchingText } from '../../values/text.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec } from '../facts.ts'
import { bsonOf, otherTypes } from './bson.ts'
import { numberOf, singleOf, valueOf } from './value.ts'

/** A value that the spec does not let a field hold. */
export interface WrongValue {
  /** In words: `a text of 121 characters`. */
  readonly what: string
  readonly value: unknown
}

/** Values of every type that a field does not hold, and of items where it is a list. */
export function wrongTypes(spec: Spec, fact: FieldFact): readonly WrongValue[] {
  const others = otherTypes(bsonOf(spec, fact)).map(({ name, value }) => ({ what: name, value }))
  const open = (wrong: readonly WrongValue[]): readonly WrongValue[] =>
    fact.optional === true ? wrong.filter(({ value }) => value !== null) : wrong
  if (fact.list !== true) return open(others)
  return [
    ...open(otherTypes(['array']).map(({ name, value }) => ({ what: name, value }))),
    { what: 'an item alone', value: singleOf(spec, fact, 1) },
    ...others.map(({ what, value }) => ({ what: `a list with ${what}`, value: [singleOf(spec, fact, 1), value] })),
  ]
}

/** Values of the right type that are wrong all the same; none where the type says everything. */
export function wrongValues(spec: Spec, fact: FieldFact): readonly WrongValue[] {
  const wrong = wrongSingles(spec, fact, new Set())
  if (fact.list !== true) return wrong
  return wrong.map(({ what, value }) => ({ what: `a list with ${what}`, value: [singleOf(spec, fact, 1), value] }))
}

/** @param seen value types that are looked into already: one that is nested in many places is looked into once */
function wrongSingles(spec: Spec, fact: FieldFact, seen: Set<string>): readonly WrongValue[] {
  const type = typeOf(spec, fact)
  switch (type.kind) {
    case 'enum':
      return wrongMembers(type.values)
    case 'ref':
      return type.holds === 'ref_id' ? wrongUlids() : []
    case 'part':
      return wrongObjectIds()
    case 'key':
      return []
    case 'value':
      if (seen.has(fact.type)) return []
      seen.add(fact.type)
      return wrongParts(spec, type.fields, seen)
    case 'scalar':
      return wrongScalars(fact, type.name, type.bounds)
  }
}

/** Sub-documents with one thing wrong in them. */
function wrongParts(spec: Spec, fields: readonly FieldFact[], seen: Set<string>): readonly WrongValue[] {
  const good = Object.fromEntries(fields.map((field) => [field.at, valueOf(spec, field, 1)]))
  return [
    { what: 'a field too many', value: { ...good, stray: 1 } },
    ...fields.flatMap((field): readonly WrongValue[] => {
      const { [field.at]: value, ...others } = good
      const inner = wrongSingles(spec, field, seen)
      const wrong = [
        ...wrongTypes(spec, field),
        ...(field.list === true
          ? inner.map((one) => ({ what: `a list with ${one.what}`, value: [singleOf(spec, field, 1), one.value] }))
          : inner),
      ]
      return [
        { what: `no ${field.name}`, value: others },
        ...wrong.map((one) => ({ what: `${field.name}: ${one.what}`, value: { ...good, [field.at]: one.value } })),
      ]
    }),
  ]
}

function wrongScalars(fact: FieldFact, name: string, bounds: readonly number[]): readonly WrongValue[] {
  switch (name) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
      return [...tooLong(fact, name === 'string' ? bounds[0] : undefined), ...wrongTexts(fact, bounds[0])]
    case 'ulid':
      return wrongUlids()
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'float':
      return wrongNumbers(fact, name, bounds)
    default:
      return []
  }
}

/** Of the pattern where there is one, so that it is the length alone that is wrong. */
function tooLong({ pattern }: FieldFact, length: number | undefined): readonly WrongValue[] {
  if (length === undefined) return []
  const long = pattern === undefined ? 'x'.repeat(length + 1) : longText(pattern, length)
  return long === undefined ? [] : [{ what: `a text of ${[...long].length} characters`, value: long }]
}

function longText(pattern: string, length: number): string | undefined {
  for (let n = 1; n <= 50; n += 1) {
    const text = matchingText(pattern, n, Number.POSITIVE_INFINITY)
    if (text !== undefined && [...text].length > length) return text
  }
  return undefined
}

function wrongTexts({ pattern }: FieldFact, length: number | undefined): readonly WrongValue[] {
  if (pattern === undefined) return []
  const wrong = mismatchingText(pattern, length)
  const good = matchingText(pattern, 1, length === undefined ? undefined : length - 1)
  const expression = new RegExp(pattern, 'u')
  return [
    ...(wrong === undefined ? [] : [{ what: `${JSON.stringify(wrong)}, which is not of its pattern`, value: wrong }]),
    // In many languages the end of a text is also before its last line feed. Not in the spec's.
    ...(good === undefined || expression.test(`${good}\n`)
      ? []
      : [{ what: 'a text of its pattern with a line feed behind it', value: `${good}\n` }]),
  ]
}

function wrongMembers(values: readonly string[]): readonly WrongValue[] {
  const near = values.slice(0, 1).flatMap((value) => [value.toUpperCase(), `${value} `])
  return [distinctText(99), '', ...near]
    .filter((value) => !values.includes(value))
    .map((value) => ({ what: `${JSON.stringify(value)}, which is no value of its enum`, value }))
}

/** What libraries let pass as a ULID though it is none. */
function wrongUlids(): readonly WrongValue[] {
  const good = newUlid()
  return [
    { what: 'a ULID of more than 128 bits', value: '8ZZZZZZZZZZZZZZZZZZZZZZZZZ' },
    { what: 'a ULID in lower case', value: `${good.slice(0, 25)}a`.toLowerCase() },
    { what: 'a ULID with a letter that is none of its alphabet', value: `${good.slice(0, 25)}U` },
    { what: 'a ULID that is too short', value: good.slice(0, 25) },
    { what: 'a ULID that is too long', value: `${good}0` },
    { what: 'a ULID with a line feed behind it', value: `${good}\n` },
  ]
}

function wrongObjectIds(): readonly WrongValue[] {
  const good = newObjectId()
  return [
    { what: 'an object id in upper case', value: `${good.slice(0, 23)}A` },
    { what: 'an object id that is not hexadecimal', value: `${good.slice(0, 23)}g` },
    { what: 'an object id that is too short', value: good.slice(0, 23) },
    { what: 'an object id with a line feed behind it', value: `${good}\n` },
  ]
}

function wrongNumbers(fact: FieldFact, name: NumberName, bounds: readonly number[]): readonly WrongValue[] {
  const { digits, low, high } = numberRange(name, bounds, fact)
  return [
    ...(fact.min === undefined ? [] : [{ what: `less than ${fact.min}`, units: low - 1n }]),
    ...(fact.max === undefined ? [] : [{ what: `more than ${fact.max}`, units: high + 1n }]),
  ].map(({ what, units }) => ({ what, value: numberOf(name, unitsText(units, digits)) }))
}
