import type { PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Expression } from '../../print/sql/expression.ts'
import type { SqlFunction } from '../../print/sql/tree.ts'

const name = 'items_match'

/** Whether every item of a list has a form: PostgreSQL's operator takes a list of patterns, not of texts. */
export function itemsMatch(list: Expression, pattern: string): Expression {
  const form: Expression = { kind: 'literal', value: pattern, type: 'text' }
  return { kind: 'call', schema: 'stowage', name, arguments: [list, form] }
}

/** The function behind it, where a table needs it. Whoever writes the table must be able to call it. */
export function listFunctionOf(model: Model): SqlFunction {
  const roles = model.project.tenancy?.roles
  return {
    schema: 'stowage',
    name,
    about: 'Whether every item of a list matches a pattern.',
    arguments: [
      { name: 'items', type: 'text[]' },
      { name: 'pattern', type: 'text' },
    ],
    returns: 'boolean',
    language: 'sql',
    volatility: 'immutable',
    security: 'invoker',
    body: `
SELECT NOT EXISTS (
  SELECT FROM unnest(items) AS each (item) WHERE item COLLATE "C" !~ pattern
)
`,
    execute: roles === undefined ? [] : [roles.app, roles.system],
  }
}

/** Whether a table calls it. */
export function hasListPattern({ postgres }: PostgresEntity): boolean {
  return postgres.fields.some(
    ({ list, pattern, type }) =>
      list &&
      (pattern !== undefined ||
        (type.kind === 'scalar' && (type.scalar === 'ulid' || type.scalar === 'object_id')) ||
        (type.kind === 'ref' && type.holds !== 'id')),
  )
}
