import { describe, expect, test } from 'vitest'
import type { CollectionFact, ConditionFact, FieldFact } from './expected/facts.ts'
import { collections } from './expected/mongo.ts'
import {
  type FoundPath,
  foundCollection,
  foundCollections,
  type JsonSchema,
  pathsOf,
  preparedCollections,
} from './reading/mongoose.ts'
import { isIndexed } from './reading/mongoose-filter.ts'
import { conditionsOf, indexesOf, wantedIndexes } from './reading/mongoose-index.ts'
import { takesTheSame } from './reading/mongoose-pattern.ts'
import { isUlidField, mongoType } from './reading/mongoose-type.ts'
import { typeOf } from './reading/type.ts'

const sorted = (names: readonly string[]): readonly string[] => [...names].sort()
const wantedNames = sorted(collections.map(({ collection }) => collection))

describe('the collections of the package', () => {
  test('are those of the spec and no other', () => {
    expect(sorted(foundCollections.map(({ name }) => name))).toEqual(wantedNames)
  })

  test('are all prepared', () => {
    expect(sorted(preparedCollections)).toEqual(wantedNames)
  })
})

/** Compares the paths of a document, or of one inside it, with the fields of the spec. */
function comparePaths(fields: readonly FieldFact[], paths: ReadonlyMap<string, FoundPath> | undefined): void {
  expect(sorted([...(paths?.keys() ?? [])]), 'paths').toEqual(sorted(fields.map(({ at }) => at)))
  for (const fact of fields) comparePath(fact, paths?.get(fact.at))
}

function comparePath(fact: FieldFact, path: FoundPath | undefined): void {
  const type = typeOf(fact)
  expect(path, fact.at).toBeDefined()
  if (path === undefined) return
  expect(mongoType(fact).instances, `type of ${fact.at}`).toContain(path.instance)
  expect(path.list, `list of ${fact.at}`).toBe(fact.list === true)
  expect(path.required, `required of ${fact.at}`).toBe(fact.optional !== true)
  expect(sorted(path.enum), `enum of ${fact.at}`).toEqual(type.kind === 'enum' ? sorted(type.values) : [])
  expect(path.maxLength, `length of ${fact.at}`).toBe(
    type.kind === 'scalar' && type.name === 'string' ? type.bounds[0] : undefined,
  )
  if (fact.type === 'int' || fact.type === 'float') {
    if (fact.min !== undefined) expect(path.refuses(fact.min - 1), `less than the least of ${fact.at}`).toBe(true)
    if (fact.max !== undefined) expect(path.refuses(fact.max + 1), `more than the most of ${fact.at}`).toBe(true)
    expect(path.refuses(fact.min ?? fact.max ?? 0), `the bounds of ${fact.at} themselves`).toBe(false)
  }
  if (fact.pattern !== undefined)
    expect(path.patterns, `pattern of ${fact.at}`).toEqual([new RegExp(fact.pattern).source])
  if (fact.immutable === true) expect(path.immutable, `immutable ${fact.at}`).toBe(true)
  if (type.kind === 'value') comparePaths(type.fields, path.fields)
  else expect(path.fields, `nothing inside ${fact.at}`).toBeUndefined()
}

/** Compares what the server checks with the fields of the spec. */
function compareSchema(fields: readonly FieldFact[], schema: JsonSchema | undefined, ids: readonly string[]): void {
  const names = sorted([...ids, ...fields.map(({ at }) => at)])
  expect(sorted(Object.keys(schema?.properties ?? {})), 'properties').toEqual(names)
  expect(schema?.additionalProperties, 'nothing more').toBe(false)
  const required = sorted([...ids, ...fields.filter(({ optional }) => optional !== true).map(({ at }) => at)])
  expect(sorted(schema?.required ?? []), 'what must be there').toEqual(expect.arrayContaining([...required]))
  for (const fact of fields) compareProperty(fact, schema?.properties?.[fact.at])
}

function compareProperty(fact: FieldFact, schema: JsonSchema | undefined): void {
  const type = typeOf(fact)
  const { bson, alsoBson = [] } = mongoType(fact)
  const outer = [schema?.bsonType ?? []].flat()
  expect(outer.includes('null'), `null for ${fact.at}`).toBe(fact.optional === true)
  const types = (fact.list === true ? [schema?.items?.bsonType ?? []].flat() : outer).filter((name) => name !== 'null')
  if (fact.list === true) expect(outer, `list of ${fact.at}`).toContain('array')
  expect(types, `BSON of ${fact.at}`).toEqual(expect.arrayContaining([...bson]))
  expect(
    types.filter((name) => !bson.includes(name) && !alsoBson.includes(name)),
    `BSON of ${fact.at}`,
  ).toEqual([])
  const single = fact.list === true ? schema?.items : schema
  const values = single?.enum?.filter((value) => value !== null)
  expect(values === undefined ? [] : sorted(values), `enum of ${fact.at}`).toEqual(
    type.kind === 'enum' ? sorted(type.values) : [],
  )
  expect(single?.maxLength, `length of ${fact.at}`).toBe(
    type.kind === 'scalar' && type.name === 'string' ? type.bounds[0] : undefined,
  )
  expect([single?.minimum, single?.maximum], `bounds of ${fact.at}`).toEqual([fact.min, fact.max])
  if (fact.pattern !== undefined) {
    expect(single?.pattern, `pattern of ${fact.at}`).toBeDefined()
    expect(takesTheSame(single?.pattern ?? '', fact.pattern), `pattern of ${fact.at}: ${single?.pattern}`).toBe(true)
  }
  if (type.kind === 'value') compareSchema(type.fields, single, [])
}

/** The names of fields, and of those inside them. */
function namesOf(fields: readonly FieldFact[]): readonly string[] {
  return fields.flatMap((field) => {
    const type = typeOf(field)
    return [field.at, ...(type.kind === 'value' ? namesOf(type.fields) : [])]
  })
}

/** Documents of which the first meets all conditions and each other one breaks one of them. */
function samples(
  fact: CollectionFact,
  conditions: readonly ConditionFact[],
): readonly Readonly<Record<string, unknown>>[] {
  const known = new Map(fact.fields.map((field) => [field.name, field]))
  const valueOf = (condition: ConditionFact, met: boolean): readonly [string, unknown] => {
    const field = known.get(condition.field)
    if (field === undefined) throw new Error(`${fact.collection} has no field ${condition.field}`)
    const present = field.list === true ? [] : mongoType(field).sample
    if ('in' in condition) return [field.at, met ? condition.in[0] : null]
    return [field.at, condition.null === met ? null : present]
  }
  const met = conditions.map((condition) => valueOf(condition, true))
  return [
    Object.fromEntries(met),
    ...conditions.map((condition) => Object.fromEntries([...met, valueOf(condition, false)])),
  ]
}

describe.each(collections)('collection $collection', (fact) => {
  test('is bound to its own name, and makes no index by itself', () => {
    const { model, schema } = foundCollection(fact)
    expect(model.modelName).toBe(fact.document)
    expect(schema.get('autoIndex')).toBe(false)
  })

  test('has the paths of the spec and no other', () => {
    comparePaths(fact.fields, pathsOf(foundCollection(fact).schema))
  })

  test('has a validator for the server that demands the same', () => {
    const { validator } = foundCollection(fact)
    expect(validator?.bsonType).toBe('object')
    compareSchema(fact.fields, validator, ['_id'])
  })

  test('has each index of the spec once, with its options, and no other', () => {
    const found = indexesOf(foundCollection(fact))
    const shape = found.map(({ filter, language: _, others: _others, ...index }) => {
      return { ...index, partial: filter !== undefined }
    })
    const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1)
    expect([...shape].sort(byName)).toEqual([...wantedIndexes(fact)].sort(byName))
    expect(
      found.flatMap(({ others }) => others),
      'options beside these',
    ).toEqual([])
  })

  test('has no two indexes over the same keys', () => {
    const keys = indexesOf(foundCollection(fact))
      .filter(({ filter }) => filter === undefined)
      .map((index) => index.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test('has no field that MongoDB reads as the language of a text', () => {
    const languages = indexesOf(foundCollection(fact)).flatMap(({ language }) => language ?? [])
    expect(namesOf(fact.fields).filter((name) => languages.includes(name))).toEqual([])
  })

  test.each([...fact.uniques, ...fact.indexes].filter((index) => conditionsOf(fact, index).length > 0))(
    'index $name covers what it should',
    (index) => {
      const found = indexesOf(foundCollection(fact)).find(({ name }) => name === index.name)
      const documents = samples(fact, conditionsOf(fact, index))
      expect(documents.map((document) => isIndexed(document, found?.filter ?? {}))).toEqual(
        documents.map((_, at) => at === 0),
      )
    },
  )

  test.each(fact.fields)('path $at takes and refuses what it should', async (field) => {
    const { model } = foundCollection(fact)
    const takes = async (value: unknown): Promise<boolean> => {
      const document = new model()
      document.set(field.at, field.list === true && value !== null ? [value] : value)
      return document.validate([field.at]).then(
        () => true,
        () => false,
      )
    }
    const type = typeOf(field)
    const bounded = field.pattern !== undefined || field.min !== undefined || field.max !== undefined
    expect(await takes(null), 'nothing').toBe(field.optional === true)
    if (type.kind !== 'value' && !bounded)
      expect(await takes(mongoType(field).sample), 'a value of its type').toBe(true)
    if (type.kind === 'enum') expect(await takes('no such value'), 'another value').toBe(false)
    if (isUlidField(field)) expect(await takes('01arz3ndektsv4rrffq69g5fav'), 'lower case').toBe(false)
    if (type.kind === 'scalar' && type.name === 'string' && type.bounds[0] !== undefined) {
      expect(await takes('x'.repeat(type.bounds[0] + 1)), 'a text that is too long').toBe(false)
    }
    if (field.type === 'int' && field.min !== undefined) expect(await takes(field.min - 1), 'too little').toBe(false)
    if (field.type === 'int' && field.max !== undefined) expect(await takes(field.max + 1), 'too much').toBe(false)
  })

  test('fills in the defaults of the spec', () => {
    const document = new (foundCollection(fact).model)()
    for (const { at, default: stated, optional, key } of fact.fields) {
      const value: unknown = document.get(at)
      // A document that is a part of a row repeats the row's id: one of its own would belong to nothing.
      const wanted = key === 'public' && !fact.root ? undefined : stated
      if (wanted === undefined) expect(value ?? null, at).toBe(null)
      else if ('value' in wanted) expect(plainOf(value), at).toEqual(plainOf(wanted.value))
      else if (wanted.call === 'now') expect(value, at).toBeInstanceOf(Date)
      else
        expect(String(value), at).toMatch(wanted.call === 'ulid' ? /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/ : /^[0-9a-f-]{36}$/)
      if (wanted === undefined && optional === true) expect(value, `${at} is stated even where it is empty`).toBe(null)
    }
  })
})

/** A value as the spec writes it, in one form: numbers of all kinds as texts. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value]
  return value instanceof Date ? value.toISOString() : String(value)
}
