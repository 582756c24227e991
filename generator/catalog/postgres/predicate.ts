import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { Condition, Predicate } from '../../model/predicate.ts'
import type { Expression } from '../../print/sql/expression.ts'
import { columnTypeOf } from './column-type.ts'
import { columnOf } from './names.ts'

/** What narrows an index, as conditions on columns. `field` finds a field of the same part. */
export function lowerPredicate(predicate: Predicate, field: (name: string) => Field): readonly Expression[] {
  return predicate.map((condition) => lowerCondition(condition, field(condition.field)))
}

function lowerCondition(condition: Condition, field: Field): Expression {
  const column = columnOf(field)
  switch (condition.is) {
    case 'equal':
      return { kind: 'compare', operator: '=', left: column, right: constant(condition.value, field) }
    case 'in':
      return { kind: 'one_of', of: column, values: condition.values.map((value) => constant(value, field)) }
    case 'null':
      return isEmpty(field)
    case 'not_null':
      return isGiven(field)
    default:
      return assertNever(condition)
  }
}

/** A constant of the type that a field's column has. */
export function constant(value: string | number | boolean, field: Pick<Field, 'type' | 'list'>): Expression {
  return { kind: 'literal', value, type: columnTypeOf(field).base }
}

export function isEmpty(field: Field): Expression {
  return { kind: 'is_null', of: columnOf(field), not: false }
}

export function isGiven(field: Field): Expression {
  return { kind: 'is_null', of: columnOf(field), not: true }
}

/** All of several conditions; undefined where there is none. */
export function allOf(conditions: readonly Expression[]): Expression | undefined {
  const [first, ...others] = conditions
  return first === undefined || others.length === 0 ? first : { kind: 'and', of: conditions }
}
