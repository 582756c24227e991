import type { JsonSchema } from './loaded.ts'

/** A value of BSON with its type, as the server sees it. */
export type Bson =
  | { readonly type: 'object'; readonly value: ReadonlyMap<string, Bson> }
  | { readonly type: 'array'; readonly value: readonly Bson[] }
  | { readonly type: string; readonly value: unknown }

const types: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

/** Reads the bytes of a document by the specification at bsonspec.org: so each value has the type it is sent with. */
export function readBson(bytes: Buffer): Bson {
  const value = new Map<string, Bson>()
  let at = 4
  while (bytes[at] !== 0) {
    const code = bytes[at] ?? 0
    const end = bytes.indexOf(0, at + 1)
    const name = bytes.toString('utf8', at + 1, end)
    at = end + 1
    const type = types[code]
    if (type === undefined) throw new Error(`unexpected BSON type ${code}`)
    const size = sizeOf(type, bytes, at)
    value.set(name, readValue(type, bytes.subarray(at, at + size)))
    at += size
  }
  return { type: 'object', value }
}

function sizeOf(type: string, bytes: Buffer, at: number): number {
  switch (type) {
    case 'string':
      return 4 + bytes.readInt32LE(at)
    case 'object':
    case 'array':
      return bytes.readInt32LE(at)
    case 'binData':
      return 5 + bytes.readInt32LE(at)
    case 'objectId':
      return 12
    case 'bool':
      return 1
    case 'null':
      return 0
    case 'int':
      return 4
    case 'decimal':
      return 16
    default:
      return 8
  }
}

function readValue(type: string, bytes: Buffer): Bson {
  switch (type) {
    case 'object':
      return readBson(bytes)
    case 'array': {
      const { value } = readBson(bytes)
      return { type, value: value instanceof Map ? [...value.values()] : [] }
    }
    case 'string':
      return { type, value: bytes.toString('utf8', 4, bytes.length - 1) }
    case 'int':
      return { type, value: bytes.readInt32LE(0) }
    case 'double':
      return { type, value: bytes.readDoubleLE(0) }
    case 'long':
      return { type, value: Number(bytes.readBigInt64LE(0)) }
    case 'null':
      return { type, value: null }
    default:
      return { type, value: bytes }
  }
}

/** What of a value breaks a schema, as paths; by the words of MongoDB's manual on `$jsonSchema`. */
export function violations(schema: JsonSchema, { type, value }: Bson, path = ''): readonly string[] {
  const allowed = typeof schema.bsonType === 'string' ? [schema.bsonType] : schema.bsonType
  if (!allowed.includes(type)) return [`${path}: ${type}`]
  const found: string[] = []
  if (schema.enum !== undefined && !schema.enum.includes(value)) found.push(`${path}: enum`)
  if (typeof value === 'string') {
    if (schema.maxLength !== undefined && [...value].length > schema.maxLength) found.push(`${path}: maxLength`)
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) found.push(`${path}: pattern`)
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) found.push(`${path}: minimum`)
    if (schema.maximum !== undefined && value > schema.maximum) found.push(`${path}: maximum`)
  }
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema
    found.push(...value.flatMap((item: Bson, index) => violations(items, item, `${path}[${index}]`)))
  }
  if (value instanceof Map) {
    const fields: ReadonlyMap<string, Bson> = value
    for (const name of schema.required ?? []) if (!fields.has(name)) found.push(`${path}.${name}: missing`)
    for (const [name, field] of fields) {
      const known = schema.properties?.[name]
      if (known !== undefined) found.push(...violations(known, field, `${path}.${name}`))
      else if (schema.additionalProperties === false) found.push(`${path}.${name}: surplus`)
    }
  }
  return found
}
