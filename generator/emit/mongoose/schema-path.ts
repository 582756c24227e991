import { assertNever } from '../../base/internal-error.ts'
import { holdsUlid } from '../../catalog/mongo/index.ts'
import type { DefaultValue, Field } from '../../model/field.ts'
import type { RefType, ScalarName } from '../../model/type.ts'
import {
  array,
  arrow,
  type Code,
  call,
  type Expression,
  identifier,
  literal,
  member,
  type ObjectMember,
  object,
  property,
  regex,
  spread,
} from '../../print/typescript/index.ts'
import type { FileContext } from './context.ts'

export interface PathUse {
  /** Whether it keeps the value it was created with. */
  readonly isFixed: boolean
  /** Whether it must be given, whatever its default: a part repeats the public id of its record. */
  readonly isGiven: boolean
}

/** How a field is declared in a Mongoose schema: `{ type: String, required: true, immutable: true }`. */
export function schemaPath(field: Field, { isFixed, isGiven }: PathUse, context: FileContext): Expression {
  const type = pathType(field, context)
  const single = [property('type', type), ...checks(field, context)]
  // Mongoose would take a missing list for an empty one, unless its default says otherwise.
  // Its types know a list of a bare schema type for the built-in ones alone.
  const isBare = single.length === 1 && !type.includes('.')
  const required = requirement(field, context)
  const given = isGiven ? undefined : fallback(field, context)
  return object([
    ...(field.list ? [property('type', array([isBare ? type : object(single)]))] : single),
    ...(required === undefined ? [] : [property('required', required)]),
    ...(isFixed ? [property('immutable', literal(true))] : []),
    ...(given === undefined ? [] : [property('default', given)]),
  ])
}

function pathType({ type }: Field, { imports, names }: FileContext): Code {
  switch (type.kind) {
    case 'scalar':
      return scalarPath(type.scalar, imports)
    case 'enum':
    case 'key':
    case 'part':
      return identifier('String')
    case 'value': {
      const { name, file } = names.valueSchema(type.valueType)
      return identifier(imports.value(name, file))
    }
    case 'ref':
      return heldPath(type.holds, imports)
    default:
      return assertNever(type)
  }
}

function heldPath(holds: RefType['holds'], imports: FileContext['imports']): Code {
  return holds === 'object_id' ? schemaType('ObjectId', imports) : identifier('String')
}

function schemaType(name: string, imports: FileContext['imports']): Code {
  return member(imports.value('Schema', 'mongoose'), 'Types', name)
}

function scalarPath(scalar: ScalarName, imports: FileContext['imports']): Code {
  switch (scalar) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
    case 'ulid':
      return identifier('String')
    case 'int':
      return schemaType('Int32', imports)
    case 'bigint':
      return schemaType('BigInt', imports)
    case 'float':
      return identifier('Number')
    case 'decimal':
      return schemaType('Decimal128', imports)
    case 'boolean':
      return identifier('Boolean')
    case 'timestamp':
    case 'date':
      return identifier('Date')
    case 'uuid':
      return schemaType('UUID', imports)
    case 'object_id':
      return schemaType('ObjectId', imports)
    case 'json':
      return schemaType('Mixed', imports)
    case 'bytes':
      return identifier('Buffer')
    default:
      return assertNever(scalar)
  }
}

/** What is checked of each single value. */
function checks(field: Field, { imports, names }: FileContext): readonly ObjectMember[] {
  const { type } = field
  if (holdsUlid(field)) return [property('match', identifier(imports.value('ulidPattern', 'ids.ts')))]
  if (type.kind === 'part') return [property('match', identifier(imports.value('documentIdPattern', 'ids.ts')))]
  if (type.kind === 'enum') {
    const { name, file } = names.enum(type.enum)
    const values = identifier(imports.value(name, file))
    // Mongoose holds null, too, against the list.
    return [property('enum', field.optional && !field.list ? array([spread(values), literal(null)]) : values)]
  }
  if (type.kind !== 'scalar') return []
  return [
    ...(type.length === undefined ? [] : [property('maxlength', literal(type.length))]),
    ...(field.pattern === undefined ? [] : [property('match', regex(field.pattern))]),
    ...bounds(field, type.scalar, imports),
  ]
}

/** Of the number types of Mongoose only `Number` knows `min` and `max`. */
function bounds({ min, max }: Field, scalar: ScalarName, imports: FileContext['imports']): readonly ObjectMember[] {
  if (min === undefined && max === undefined) return []
  const written = [
    ...(min === undefined ? [] : [property('min', literal(min))]),
    ...(max === undefined ? [] : [property('max', literal(max))]),
  ]
  if (scalar === 'float') return written
  return [property('validate', call(imports.value('within', 'mongoose/collection.ts'), [object(written)]))]
}

const freeText: ReadonlySet<string> = new Set(['string', 'text'])

function requirement(field: Field, { imports }: FileContext): Expression | undefined {
  if (field.optional) return undefined
  const { type } = field
  const mayBeEmpty = !field.list && type.kind === 'scalar' && freeText.has(type.scalar) && allowsEmpty(field.pattern)
  if (!mayBeEmpty) return literal(true)
  return call(imports.value('allowingEmpty', 'mongoose/collection.ts'), [literal(field.physical.text)])
}

function allowsEmpty(pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(pattern).test('')
}

function fallback(field: Field, { imports }: FileContext): Expression | undefined {
  if (field.default !== undefined) return defaultValue(field, field.default, imports)
  if (field.optional) return literal(null)
  return field.list ? literal(undefined) : undefined
}

function defaultValue(field: Field, value: DefaultValue, imports: FileContext['imports']): Expression {
  switch (value.kind) {
    case 'now':
      return arrow(call('Date', [], { isNew: true }))
    case 'empty_list':
      return arrow(array([]))
    case 'ulid':
      return field.publicId
        ? arrow(call(imports.value('newRefId', 'ids.ts'), []))
        : identifier(imports.value('newUlid', 'ids.ts'))
    case 'uuid7':
      return arrow(
        call(`${imports.value('Types', 'mongoose')}.UUID`, [call(imports.value('newUuid7', 'ids.ts'), [])], {
          isNew: true,
        }),
      )
    case 'literal':
      return literalDefault(field, value.value, imports)
    default:
      return assertNever(value)
  }
}

function literalDefault(
  { type }: Field,
  value: string | number | boolean,
  imports: FileContext['imports'],
): Expression {
  if (type.kind !== 'scalar') return literal(value)
  switch (type.scalar) {
    case 'bigint':
      return literal(BigInt(value))
    case 'decimal':
      return arrow(call(`${imports.value('Types', 'mongoose')}.Decimal128.fromString`, [literal(String(value))]))
    case 'timestamp':
    case 'date':
      return arrow(call('Date', [literal(String(value))], { isNew: true }))
    default:
      return literal(value)
  }
}
