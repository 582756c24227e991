import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { Expression } from '../../print/sql/expression.ts'
import type { Column } from '../../print/sql/tree.ts'
import { columnTypeOf } from './column-type.ts'
import { constant } from './predicate.ts'

/** The columns of a table, in the order of its fields. */
export function columnsOf(part: PostgresPart): readonly Column[] {
  const required = new Set(part.primaryKey)
  return part.fields.map((field): Column => {
    const { declared, collation } = columnTypeOf(field)
    const start = startOf(field)
    return {
      name: field.physical.text,
      ...(field.about === undefined ? {} : { about: field.about.trim() }),
      type: declared,
      ...(collation === undefined ? {} : { collation }),
      optional: field.optional && !required.has(field.name),
      ...(start === undefined ? {} : { default: start }),
    }
  })
}

/** What the database fills in. Ids are made by the client, which needs them before the row is there. */
function startOf(field: Field): Expression | undefined {
  const { default: start } = field
  if (start === undefined) return undefined
  const { base } = columnTypeOf(field)
  switch (start.kind) {
    case 'now':
      return { kind: 'now', type: base }
    case 'uuid7':
    case 'ulid':
      return undefined
    case 'literal':
      return constant(start.value, field)
    case 'empty_list':
      return { kind: 'empty_list', type: base }
    default:
      return assertNever(start)
  }
}
