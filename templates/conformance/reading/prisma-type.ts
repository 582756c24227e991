import type { FieldFact } from '../expected/facts.ts'
import { typeOf } from './type.ts'

const text: readonly string[] = ['String', 'String Text']
const held = { id: ['String Uuid'], ref_id: ['String Char 26'], object_id: ['String Char 24'] }

/** The ways in which Prisma may write a field's type for PostgreSQL, each as `Type Native arguments`. */
export function prismaTypes(fact: FieldFact): readonly string[] {
  const type = typeOf(fact)
  switch (type.kind) {
    case 'enum':
      return text
    case 'value':
      return ['Json', 'Json JsonB']
    case 'ref':
      return held[type.holds]
    case 'key':
      return [...text, 'String VarChar 1024']
    case 'part':
      return held.object_id
    case 'scalar':
      return scalarTypes(type.name, type.bounds)
  }
}

function scalarTypes(name: string, bounds: readonly number[]): readonly string[] {
  const fixed: Readonly<Record<string, readonly string[]>> = {
    text,
    url: text,
    email: text,
    external_id: text,
    int: ['Int', 'Int Integer'],
    bigint: ['BigInt', 'BigInt BigInt'],
    float: ['Float', 'Float DoublePrecision'],
    boolean: ['Boolean', 'Boolean Boolean'],
    timestamp: ['DateTime Timestamptz 3'],
    date: ['DateTime Date'],
    uuid: held.id,
    ulid: held.ref_id,
    object_id: held.object_id,
    json: ['Json', 'Json JsonB'],
    bytes: ['Bytes', 'Bytes ByteA'],
  }
  if (name === 'string') return bounds.length === 0 ? text : [`String VarChar ${bounds[0]}`]
  if (name === 'decimal') return bounds.length === 0 ? ['Decimal'] : [`Decimal Decimal ${bounds[0]} ${bounds[1] ?? 0}`]
  const types = fixed[name]
  if (types === undefined) throw new Error(`no scalar is called ${name}`)
  return types
}

/** What Prisma's engine says of a field's default; undefined where it has none. */
export function prismaDefault(fact: FieldFact): unknown {
  const { default: wanted } = fact
  if (wanted === undefined) return undefined
  if ('call' in wanted) return wanted.call === 'uuid7' ? { name: 'uuid', args: [7] } : { name: wanted.call, args: [] }
  // The engine keeps as text what is JSON, or does not fit a number of its own; a list of value types is one JSON too.
  if (typeOf(fact).kind === 'value') return JSON.stringify(wanted.value)
  if (Array.isArray(wanted.value)) return wanted.value
  if (fact.type === 'json') return JSON.stringify(wanted.value)
  return fact.type === 'bigint' ? String(wanted.value) : wanted.value
}
