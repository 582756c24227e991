import type { Json, JsonObject } from '../../generator/front/schema/json-schema.ts'
import { code, type Inline, joined, link } from '../../generator/print/markdown/inline.ts'
import { prose } from './prose.ts'

/** The sections of the page, by the piece of the schema that each is about. */
export type SectionPlaces = ReadonlyMap<JsonObject, { readonly anchor: string; readonly path: string }>

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** The piece that a `$ref` names, with what stands beside it. */
export function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema
  const name = schema.$ref.replace('#/$defs/', '')
  const found = isObject(root.$defs) ? root.$defs[name] : undefined
  if (!isObject(found)) throw new Error(`the schema has no ${schema.$ref}`)
  return found
}

/** What may stand there, in words; the page shows an example beside it. */
export function formOf(written: JsonObject, root: JsonObject, sections: SectionPlaces): Inline {
  const schema = resolved(written, root)
  const section = sections.get(schema)
  if (section !== undefined) return ['a mapping, ', link(code(section.path), `#${section.anchor}`)]
  if (schema.anyOf !== undefined) {
    const branches = (schema.anyOf as readonly JsonObject[]).map((branch) => formOf(branch, root, sections))
    return joined(branches, '; or ')
  }
  if (schema.const !== undefined) return code(String(schema.const))
  if (Array.isArray(schema.enum))
    return joined(
      schema.enum.map((word) => code(String(word))),
      ' or ',
    )
  if (typeof schema['x-expected'] === 'string') return prose(schema['x-expected'].replace(/, such as .*/, ''))
  const types: readonly Json[] = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'any']
  return joined(
    types.map((type) => formOfType(String(type), schema, root, sections)),
    ', ',
  )
}

function formOfType(type: string, schema: JsonObject, root: JsonObject, sections: SectionPlaces): Inline {
  switch (type) {
    case 'boolean':
      return [code('true'), ' or ', code('false')]
    case 'null':
      return code('null')
    case 'string':
      return 'a text'
    case 'number':
      return 'a number'
    case 'integer':
      return ['a whole number', range(schema)]
    case 'array':
      if (schema.maxItems === 0) return ['an empty list, ', code('[]')]
      return isObject(schema.items) ? ['a list, each item: ', formOf(schema.items, root, sections)] : 'a list'
    case 'object': {
      const values = schema.additionalProperties
      return isObject(values) ? ['a mapping from names; each: ', formOf(values, root, sections)] : 'a mapping'
    }
    default:
      throw new Error(`no words for the type ${type}`)
  }
}

function range({ minimum, maximum }: JsonObject): string {
  if (minimum === undefined || maximum === undefined) return ''
  return ` from ${Number(minimum).toLocaleString('en')} to ${Number(maximum).toLocaleString('en')}`
}
