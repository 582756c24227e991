import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../generator/front/parse.ts'
import { languageSchema } from '../../generator/front/schema/language.ts'
import { dataOf } from '../../generator/front/shape/data.ts'
import { schemaCheck } from '../../generator/front/shape/schema-check.ts'
import type { SchemaError } from '../../generator/front/shape/schema-keywords.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { attempts } from '../support/run-marks.ts'

const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  // The condition at the root asks for keys that only one of its branches describes.
  strictRequired: false,
  keywords: ['x-expected'],
  verbose: true,
  messages: false,
})
const validate = ajv.compile(languageSchema)
const check = schemaCheck(languageSchema)

/** What only says that another error is there, and is left out of ours. */
const follows = new Set(['if', 'propertyNames'])

function errorsOfAjv(data: unknown): readonly unknown[] {
  if (validate(data)) return []
  return (validate.errors ?? [])
    .filter(({ keyword }) => !follows.has(keyword))
    .map(({ keyword, instancePath, params, parentSchema, propertyName }) => ({
      keyword,
      instancePath,
      params,
      parentSchema,
      ...(propertyName === undefined ? {} : { propertyName }),
    }))
}

/** A value that somebody may have written in the place of another one. */
const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e15, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>('', ' ', 'x', 'a b', 'now', 'created_on desc', 'Name', [], {}),
  fc.constantFrom<unknown>(['a', 'a'], [1, 1, 'b'], [['a'], ['a']], { a: 1 }, { 'a/b~c': {} }, { global: true }),
)

interface Change {
  readonly at: number
  readonly how: 'remove' | 'replace' | 'rename' | 'repeat'
  readonly key: string
  readonly value: unknown
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 100_000 }),
  how: fc.constantFrom('remove', 'replace', 'rename', 'repeat'),
  key: fc.constantFrom('naem', 'a/b', '~c', 'x y', 'constructor', 'type', 'rules'),
  value,
})

/** Data with one place of it changed. */
function changed(data: unknown, { at, how, key, value: other }: Change): unknown {
  const copy: unknown = structuredClone(data)
  const all = places(copy)
  const [holder, name] = all[at % Math.max(1, all.length)] ?? []
  if (holder === undefined || name === undefined) return copy
  const old = holder[name]
  if (how === 'replace') holder[name] = other
  else if (how === 'remove') delete holder[name]
  else if (Array.isArray(holder)) holder.push(old)
  else holder[key] = how === 'rename' ? old : other
  return copy
}

/** All places below, as what holds them and their key. */
function places(data: unknown): readonly (readonly [Record<string, unknown>, string])[] {
  if (!isOpen(data)) return []
  return Object.keys(data).flatMap((key) => [[data, key] as const, ...places(data[key])])
}

function isOpen(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

function dataIn(folder: string): readonly unknown[] {
  return sourcesIn(folder).map((file) => {
    const document = parse(file, () => undefined)
    if (document === undefined) throw new Error(`${file.path} is no spec`)
    // As JSON has it; ajv knows no mapping without a prototype in its own messages.
    return JSON.parse(JSON.stringify(dataOf(document.root)))
  })
}

describe('the check of data against the schema', () => {
  test.each(['spec', 'test/cases/clinic/spec'])('finds what ajv finds in %s with a few changes', (folder) => {
    const sound = dataIn(folder)
    for (const data of sound) expect(check(data)).toEqual([])
    fc.assert(
      fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        const data = changes.reduce<unknown>(changed, sound[file % sound.length])
        expect(check(data)).toEqual(errorsOfAjv(data))
      }),
      { numRuns: attempts(1_000) },
    )
  })

  test('finds what ajv finds in any data', () => {
    const keys = ['stowage', 'name', 'stores', 'rules', 'entities', 'fields', 'unique', 'a/b~c', '0']
    const any = fc.letrec<{ readonly data: unknown }>((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        value,
        fc.dictionary(fc.constantFrom(...keys), tie('data'), { noNullPrototype: true }),
        fc.array(tie('data'), { maxLength: 3 }),
      ),
    })).data
    fc.assert(
      fc.property(any, (data) => {
        expect(check(data)).toEqual(errorsOfAjv(data))
      }),
      { numRuns: attempts(2_000) },
    )
  })

  test('gives the very pieces of the schema', () => {
    const [error]: readonly SchemaError[] = check({ domain: 7 })
    expect(error).toMatchObject({ keyword: 'type', instancePath: '/domain', params: { type: 'string' } })
    expect(JSON.stringify(languageSchema)).toContain(JSON.stringify(error?.parentSchema))
  })

  test('takes a mapping without a prototype, in which every key is one', () => {
    const data = Object.assign(Object.create(null), { domain: 'Orders', constructor: 'x' })
    expect(check(data)).toMatchObject([{ params: { additionalProperty: 'constructor' } }])
  })

  test('refuses a keyword that it does not know', () => {
    expect(() => schemaCheck({ type: 'object', oneOf: [] })({})).toThrow('no check of the keyword oneOf')
  })

  test('does not grow with the square of the errors', () => {
    const entities = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`E${at}`, { wrong: at }]))
    const started = process.cpuUsage()
    expect(check({ domain: 'Orders', entities }).length).toBe(20_000)
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000)
  })
})
