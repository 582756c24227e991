import type { ColumnType, Expression } from '../../../print/sql/expression.ts'
import type { Check, Column } from '../../../print/sql/tree.ts'

/** What a column of a table of Stowage's own is, in a word. */
type Kind = 'uuid' | 'text' | 'word' | 'public id' | 'digest' | 'json' | 'moment' | 'count' | 'large count'

const types: Readonly<Record<Kind, Pick<Column, 'type' | 'collation'> & { readonly base: ColumnType }>> = {
  uuid: { type: 'uuid', base: 'uuid' },
  text: { type: 'text', base: 'text' },
  // Compared byte by byte, whatever the database's language: keys and words of a closed set.
  word: { type: 'text', collation: 'C', base: 'text' },
  'public id': { type: 'character(26)', collation: 'C', base: 'character' },
  digest: { type: 'character(64)', collation: 'C', base: 'character' },
  json: { type: 'jsonb', base: 'jsonb' },
  moment: { type: 'timestamp(3) with time zone', base: 'timestamp with time zone' },
  count: { type: 'integer', base: 'integer' },
  'large count': { type: 'bigint', base: 'bigint' },
}

export function column(
  name: string,
  kind: Kind,
  about: string,
  { optional = false, start, identity }: Partial<Pick<Column, 'optional' | 'identity'>> & { start?: Expression } = {},
): Column {
  const { type, collation } = types[kind]
  return {
    name,
    about,
    type,
    ...(collation === undefined ? {} : { collation }),
    optional,
    ...(start === undefined ? {} : { default: start }),
    ...(identity === undefined ? {} : { identity }),
  }
}

/** A column in a condition. */
export function named(name: string, kind: Kind): Expression {
  return { kind: 'column', name, type: types[kind].base }
}

export function word(value: string): Expression {
  return { kind: 'literal', value, type: 'text' }
}

export const now: Expression = { kind: 'now', type: 'timestamp with time zone' }

/** That a column holds one of several words. */
export function oneOf(table: string, name: string, values: readonly string[]): Check {
  return check(table, name, { kind: 'one_of', of: named(name, 'word'), values: values.map(word) })
}

/** That a column has the form of a kind of id. */
export function formed(table: string, name: string, kind: 'public id' | 'digest'): Check {
  return check(table, name, { kind: 'compare', operator: '~', left: named(name, kind), right: word(forms[kind]) })
}

const forms = { 'public id': '^[0-7][0-9A-HJKMNP-TV-Z]{25}$', digest: '^[0-9a-f]{64}$' } as const

/** That a document is an object. */
export function isObject(table: string, name: string): Check {
  const found: Expression = { kind: 'call', name: 'jsonb_typeof', arguments: [named(name, 'json')] }
  return check(table, name, { kind: 'compare', operator: '=', left: found, right: word('object') })
}

export function check(table: string, name: string, expression: Expression): Check {
  return { name: `${table}_${name}_check`, expression, column: name }
}

export function isEmpty(name: string, kind: Kind): Expression {
  return { kind: 'is_null', of: named(name, kind), not: false }
}
