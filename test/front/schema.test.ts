import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { schemaEmitter } from '../../generator/emit/schema.ts'
import type { Json, JsonObject } from '../../generator/front/schema/json-schema.ts'
import { languageSchema } from '../../generator/front/schema/language.ts'

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, keywords: ['x-expected'] })
const definitions = languageSchema.$defs as JsonObject

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

function resolved(schema: JsonObject): JsonObject {
  const { $ref, ...rest } = schema
  return typeof $ref === 'string' ? { ...object(definitions[$ref.replace('#/$defs/', '')]), ...rest } : schema
}

/** Every key that the language has, by where it stands. */
const keys: readonly (readonly [path: string, schema: JsonObject])[] = Object.entries(definitions).flatMap(
  ([name, schema]) => keysIn(name, object(schema)),
)

function keysIn(path: string, schema: JsonObject): readonly (readonly [string, JsonObject])[] {
  const own = Object.entries(object(schema.properties)).map(
    ([key, value]) => [`${path}.${key}`, object(value)] as const,
  )
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf.map((branch: Json) => object(branch)) : []
  const below = [
    ...own.map(([at, value]) => [at, value] as const),
    ...branches.map((branch) => [path, branch] as const),
  ]
  for (const inner of [schema.items, schema.additionalProperties])
    if (typeof inner === 'object') below.push([path, object(inner)])
  return [...own, ...below.flatMap(([at, value]) => keysIn(at, value))]
}

describe('the schema of the language', () => {
  test('is a JSON Schema of 2020-12', () => {
    expect(ajv.validateSchema(languageSchema)).toBe(true)
  })

  test('has many keys', () => {
    expect(keys.length).toBeGreaterThan(120)
    expect(keys.map(([path]) => path)).toContain('field.classify')
    expect(keys.map(([path]) => path)).toContain('stores.s3.buckets.lock.retain')
  })

  test.each(keys)('%s is explained, and shown by examples that are valid', (_, schema) => {
    const { description, examples } = resolved(schema)
    expect(description).toMatch(/^[A-Z].+\.$/s)
    expect(Array.isArray(examples) && examples.length > 0).toBe(true)
    const validate = ajv.compile({ $defs: definitions, ...schema })
    for (const example of examples as readonly Json[])
      expect([example, validate(example), validate.errors]).toEqual([example, true, null])
  })

  test.each(Object.entries(definitions))('the examples of %s are valid', (_, schema) => {
    const { examples } = object(schema)
    const validate = ajv.compile({ $defs: definitions, ...object(schema) })
    expect(Array.isArray(examples)).toBe(true)
    for (const example of examples as readonly Json[])
      expect([example, validate(example), validate.errors]).toEqual([example, true, null])
  })

  test('refuses keys that it does not name, in every mapping', () => {
    const open = (path: string, schema: JsonObject): readonly string[] => {
      const known = schema.properties === undefined || schema.additionalProperties !== undefined
      return [
        ...(known ? [] : [path]),
        ...Object.entries(schema).flatMap(([key, value]) =>
          Array.isArray(value)
            ? value.flatMap((item: Json) => open(`${path}/${key}`, object(item)))
            : open(`${path}/${key}`, object(value)),
        ),
      ]
    }
    expect(open('#', languageSchema)).toEqual([])
  })

  test('has choices only between different JSON types', () => {
    const choices: string[][] = []
    const visit = (value: Json): void => {
      if (Array.isArray(value)) for (const item of value) visit(item)
      else if (typeof value === 'object' && value !== null) {
        const { anyOf } = value as JsonObject
        if (Array.isArray(anyOf))
          choices.push(anyOf.flatMap((branch: Json) => object(branch).type as string | string[]))
        for (const inner of Object.values(value)) visit(inner)
      }
    }
    visit(definitions)
    expect(choices.length).toBeGreaterThan(5)
    for (const types of choices) expect(types.length).toBe(new Set(types).size)
  })

  test('is printed for editors', () => {
    const [file] = [...schemaEmitter.emit(undefined as never)]
    expect(file?.path).toBe('schema/stowage.schema.json')
    expect(JSON.parse(file?.text ?? '')).toEqual(languageSchema)
    expect(file?.text.endsWith('}\n')).toBe(true)
  })
})
