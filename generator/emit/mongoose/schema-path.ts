import { assertNever } from '../../base/internal-error.ts'
import { holdsUlid } from '../../catalog/mongo/index.ts'
import type { DefaultValue, Field } from '../../model/field.ts'
import type { RefType, ScalarName } from '../../model/type.ts'
import {
  array,
  arrow,
  call,
  type Expression,
  identifier,
  literal,
  member,
  object,
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
  const single = { type: pathType(field, context), ...checks(field, context) }
  // Mongoose would take a missing list for an empty one, unless its default says otherwise.
  // Its types know a list of a bare schema type for the built-in ones alone.
  const isBare = Object.keys(single).length === 1 && single.type.kind === 'identifier'
  const type = field.list ? array([isBare ? single.type : object(single)]) : single.type
  return object({
    ...(field.list ? { type } : single),
    ...requirement(field, context),
    ...(isFixed ? { immutable: literal(true) } : {}),
    ...(isGiven ? {} : fallback(field, context)),
  })
}

function pathType({ type }: Field, { imports, names }: FileContext): Expression {
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

function heldPath(holds: RefType['holds'], imports: FileContext['imports']): Expression {
  return holds === 'object_id' ? schemaType('ObjectId', imports) : identifier('String')
}

function schemaType(name: string, imports: FileContext['imports']): Expression {
  return member(imports.value('Schema', 'mongoose'), 'Types', name)
}

function scalarPath(scalar: ScalarName, imports: FileContext['imports']): Expression {
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
function checks(field: Field, { imports, names }: FileContext): Readonly<Record<string, Expression>> {
  const { type } = field
  if (holdsUlid(field)) return { match: identifier(imports.value('ulidPattern', 'ids.ts')) }
  if (type.kind === 'part') return { match: identifier(imports.value('documentIdPattern', 'ids.ts')) }
  if (type.kind === 'enum') {
    const { name, file } = names.enum(type.enum)
    const values = identifier(imports.value(name, file))
    // Mongoose holds null, too, against the list.
    return {
      enum: field.optional && !field.list ? array([{ kind: 'spread', expression: values }, literal(null)]) : values,
    }
  }
  if (type.kind !== 'scalar') return {}
  return {
    ...(type.length === undefined ? {} : { maxlength: literal(type.length) }),
    ...(field.pattern === undefined ? {} : { match: { kind: 'regex', source: field.pattern } as const }),
    ...bounds(field, type.scalar, imports),
  }
}

/** Of the number types of Mongoose only `Number` knows `min` and `max`. */
function bounds(
  { min, max }: Field,
  scalar: ScalarName,
  imports: FileContext['imports'],
): Readonly<Record<string, Expression>> {
  if (min === undefined && max === undefined) return {}
  const written = {
    ...(min === undefined ? {} : { min: literal(min) }),
    ...(max === undefined ? {} : { max: literal(max) }),
  }
  if (scalar === 'float') return written
  return { validate: call(imports.value('within', 'mongoose/collection.ts'), [object(written)]) }
}

const freeText: ReadonlySet<string> = new Set(['string', 'text'])

function requirement(field: Field, { imports }: FileContext): Readonly<Record<string, Expression>> {
  if (field.optional) return {}
  const { type } = field
  const mayBeEmpty = !field.list && type.kind === 'scalar' && freeText.has(type.scalar) && allowsEmpty(field.pattern)
  if (!mayBeEmpty) return { required: literal(true) }
  imports.value('allowingEmpty', 'mongoose/collection.ts')
  return { required: call('allowingEmpty', [literal(field.physical.text)]) }
}

function allowsEmpty(pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(pattern).test('')
}

function fallback(field: Field, { imports }: FileContext): Readonly<Record<string, Expression>> {
  const value = field.default === undefined ? undefined : defaultValue(field, field.default, imports)
  if (value !== undefined) return { default: value }
  if (field.optional) return { default: literal(null) }
  return field.list ? { default: literal(undefined) } : {}
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
