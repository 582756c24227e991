import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { resolveConventions } from '../../generator/front/resolve/conventions.ts'
import { conventions } from '../../generator/front/schema/conventions.ts'
import type { Json, JsonObject } from '../../generator/front/schema/json-schema.ts'
import { languageSchema } from '../../generator/front/schema/language.ts'
import { isObject } from '../../scripts/reference/form.ts'
import { languagePage } from '../../scripts/reference/language-page.ts'
import { stalePages } from '../../scripts/write-reference.ts'

describe('docs/reference', () => {
  test('is what the schema and the program say; npm run reference writes it', () => {
    expect(stalePages()).toEqual([])
  })

  test('has a row for every key of the language', () => {
    const rows = readFileSync('docs/reference/language.md', 'utf8').match(/^\| (<a id=.*<\/a>)?`/gm)?.length
    expect(rows).toBe(new Set(keys(languageSchema)).size)
  })

  test('has every anchor once', () => {
    const anchors = [...languagePage(languageSchema).matchAll(/<a id="([^"]*)">/g)].map(([, anchor]) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
  })
})

test('the defaults of conventions that the schema tells are the ones that hold', () => {
  const told = Object.fromEntries(Object.entries(properties(conventions)).map(([key, group]) => [key, defaults(group)]))
  const { spec, postgres, mongo, s3 } = resolveConventions(undefined)
  const camel = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  expect(renamed(told)).toEqual(camel({ spec, postgres, mongo, s3 }))
})

/** Every property of a mapping with known keys, wherever it is used; those of `rules.levels` and `rules.options` are codes, not keys. */
function keys(schema: Json): readonly JsonObject[] {
  if (Array.isArray(schema)) return schema.flatMap(keys)
  if (!isObject(schema)) return []
  const inner = Object.values(properties(schema)).filter(isObject)
  const own = schema.propertyNames === undefined ? inner : []
  const { properties: _, ...rest } = schema
  return [...own.map((key) => ({ ...key })), ...inner.flatMap(keys), ...Object.values(rest).flatMap(keys)]
}

function properties(schema: Json | undefined): JsonObject {
  return isObject(schema) && isObject(schema.properties) ? schema.properties : {}
}

/** The defaults of a mapping's keys, and of the mappings in it. */
function defaults(schema: Json): Json {
  const pairs = Object.entries(properties(schema)).map(([key, property]): [string, Json | undefined] => {
    if (isObject(property) && property.properties !== undefined) return [key, defaults(property)]
    return [key, isObject(property) ? property.default : undefined]
  })
  return Object.fromEntries(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}

/** The keys of the language as the model calls them. */
function renamed(value: Json): Json {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === 'type' ? 'valueType' : key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      renamed(inner),
    ]),
  )
}
