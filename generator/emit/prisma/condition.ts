import { assertNever } from '../../base/internal-error.ts'
import type { Condition } from '../../model/predicate.ts'

/** A condition in words, for a comment: `status = "active"`. `member` gives the name of a field in Prisma. */
export function conditionText(condition: Condition, member: (field: string) => string): string {
  const field = member(condition.field)
  switch (condition.is) {
    case 'equal':
      return `${field} = ${JSON.stringify(condition.value)}`
    case 'in':
      return `${field} in (${condition.values.map((value) => JSON.stringify(value)).join(', ')})`
    case 'null':
      return `${field} is null`
    case 'not_null':
      return `${field} is not null`
    default:
      return assertNever(condition)
  }
}
