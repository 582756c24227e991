import { quoted } from '../../diagnostic/quoted.ts'
import type { SpecNode } from '../node.ts'
import type { Json, JsonObject } from '../schema/json-schema.ts'

/** What a node is, in words. */
export function found(node: SpecNode): string {
  if (node.kind === 'list') return 'a list'
  if (node.kind === 'map') return 'a mapping'
  if (node.value === null) return 'nothing'
  if (typeof node.value === 'number') return `the number \`${node.value}\``
  if (typeof node.value === 'boolean') return `\`${node.value}\``
  return `the text ${quoted(node.value)}`
}

/** What a piece of the schema asks for, in words. */
export function expected(schema: JsonObject): string {
  const { anyOf, type, enum: words } = schema
  if (Array.isArray(anyOf))
    return joined(
      anyOf.map((branch: Json) => expected(branch as JsonObject)),
      'or',
    )
  if (typeof schema['x-expected'] === 'string') return schema['x-expected']
  if (Array.isArray(words)) return `one of ${listed(words)}`
  return Array.isArray(type) ? joined(type.map(typeName), 'or') : typeName(type)
}

function typeName(type: Json | undefined): string {
  switch (type) {
    case 'object':
      return 'a mapping'
    case 'array':
      return 'a list'
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'null':
      return '`null`'
    default:
      return 'a text'
  }
}

/** Names in backticks, with commas. */
export function listed(names: readonly Json[]): string {
  return names.map((name) => `\`${String(name)}\``).join(', ')
}

function joined(parts: readonly string[], word: string): string {
  const different = [...new Set(parts)]
  const last = different.pop() ?? ''
  return different.length === 0 ? last : `${different.join(', ')} ${word} ${last}`
}

/** An example of the schema as it would be written in a spec. */
export function example(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(example).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${example(item)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  if (typeof value !== 'string') return String(value)
  return /^[A-Za-z][A-Za-z0-9_./ -]*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`
}
