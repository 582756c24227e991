import type { Field } from '../../model/field.ts'
import type { Expression } from '../../print/sql/expression.ts'
import { columnTypeOf } from './column-type.ts'

/** The fields of at least one column. */
type Columns = readonly [Field, ...Field[]]

/**
 * A kind of condition that most tables have alike, since their columns are called alike: it is one object for all of them, and
 * what is printed and described of it is made once.
 *
 * @param make may look at the names and types of the columns alone
 */
export function sharedByColumns(make: (...fields: Columns) => Expression): (...fields: Columns) => Expression {
  const known = new Map<string, Expression>()
  return (...fields) => {
    const key = fields.map((field) => `${columnTypeOf(field).base} ${field.physical.text}`).join('\0')
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(...fields)
    known.set(key, made)
    return made
  }
}
