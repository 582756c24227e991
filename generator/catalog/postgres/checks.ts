import type { Field } from '../../model/field.ts'
import { enumNamed, type PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Expression } from '../../print/sql/expression.ts'
import type { Check } from '../../print/sql/tree.ts'
import { columnTypeOf } from './column-type.ts'
import { itemsMatch } from './list-pattern.ts'
import { columnOf, resolvedName, tenantFieldOf } from './names.ts'
import { sqlPattern } from './pattern.ts'
import { allOf, constant, isEmpty, isGiven } from './predicate.ts'

/** A ULID: 26 characters of Crockford's alphabet, of which the first is at most 7, since it has 128 bits and not 130. */
const ulid = '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'
/** The `_id` of a document. */
const objectId = '^[0-9a-f]{24}$'

/** What a table's columns let in beyond their types: one named CHECK a column. */
export function checksOf(entity: PostgresEntity, model: Model): readonly Check[] {
  const tenant = tenantFieldOf(entity)
  return entity.postgres.fields.flatMap((field) => {
    const expression = allOf([...valueChecks(field, model), ...sharedCheck(field, tenant)])
    if (expression === undefined) return []
    const column = field.physical.text
    return [{ name: resolvedName(field.check, `the check of ${column}`), expression, column }]
  })
}

function valueChecks(field: Field, model: Model): readonly Expression[] {
  const { type, list, min, max, pattern } = field
  const column = columnOf(field)
  if (type.kind === 'value') return [isJson(column, list ? 'array' : 'object')]
  if (type.kind === 'enum') {
    // An empty item is none of the values, so the list of them refuses it.
    const values = enumNamed(model, type.enum).values.map(({ name }) => constant(name, { type, list: false }))
    return [{ kind: list ? 'all_of' : 'one_of', of: column, values }]
  }
  const form = formOf(field)
  return [
    ...(list ? [hasNoEmptyItem(field)] : []),
    ...(form === undefined ? [] : [matches(field, form)]),
    ...(min === undefined ? [] : [bounded(field, '>=', min)]),
    ...(max === undefined ? [] : [bounded(field, '<=', max)]),
    ...(pattern === undefined ? [] : [matches(field, sqlPattern(pattern))]),
  ]
}

/** The form that every id of a kind has. */
function formOf({ type }: Field): string | undefined {
  switch (type.kind) {
    case 'scalar':
      return type.scalar === 'ulid' ? ulid : type.scalar === 'object_id' ? objectId : undefined
    case 'ref':
      return type.holds === 'ref_id' ? ulid : type.holds === 'object_id' ? objectId : undefined
    case 'part':
      return objectId
    default:
      return undefined
  }
}

/** Compared byte by byte, so that `\w` and `[a-z]` mean the same characters as in JavaScript. */
function matches(field: Field, pattern: string): Expression {
  const column = columnOf(field)
  if (field.list) return itemsMatch(column, pattern)
  const left: Expression =
    columnTypeOf(field).collation === 'C' ? column : { kind: 'collate', of: column, collation: 'C' }
  return { kind: 'compare', operator: '~', left, right: { kind: 'literal', value: pattern, type: 'text' } }
}

function bounded(field: Field, operator: '>=' | '<=', bound: number): Expression {
  const limit = constant(bound, { type: field.type, list: false })
  if (!field.list) return { kind: 'compare', operator, left: columnOf(field), right: limit }
  return { kind: 'every', operator: operator === '>=' ? '<=' : '>=', left: limit, list: columnOf(field) }
}

function isJson(column: Expression, kind: 'array' | 'object'): Expression {
  const found: Expression = { kind: 'call', name: 'jsonb_typeof', arguments: [column] }
  return { kind: 'compare', operator: '=', left: found, right: { kind: 'literal', value: kind, type: 'text' } }
}

/** Refuses a list of lists too, in which nothing can be looked up. */
function hasNoEmptyItem(field: Field): Expression {
  const { base } = columnTypeOf({ type: field.type, list: false })
  const place: Expression = {
    kind: 'call',
    name: 'array_position',
    arguments: [columnOf(field), { kind: 'null', type: base }],
  }
  return { kind: 'is_null', of: place, not: false }
}

/**
 * A record that all tenants share refers to nothing of one tenant: with an empty tenant the foreign key would look at
 * nothing at all.
 */
function sharedCheck(field: Field, tenant: Field | undefined): readonly Expression[] {
  if (tenant?.optional !== true || field.relation?.withTenant !== true) return []
  return [{ kind: 'or', of: [isGiven(tenant), isEmpty(field)] }]
}
