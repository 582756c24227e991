import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { Trigger } from '../../../print/sql/tree.ts'

/**
 * A trigger's condition, with an exception for the role that loads historic rows: those have the states and times that they had.
 * That role may add rows and do nothing else to them, so that a trigger need not ask what is done.
 */
export function unlessLoading(model: Model, when?: Expression): Pick<Trigger, 'when'> {
  const loader = model.project.tenancy?.roles.loader
  if (loader === undefined) return when === undefined ? {} : { when }
  const other = isAnother(loader)
  return { when: when === undefined ? other : { kind: 'and', of: [when, other] } }
}

/** Every table has the same: it is one object for all of them. */
function isAnother(role: string): Expression {
  const known = conditions.get(role)
  if (known !== undefined) return known
  const made: Expression = { kind: 'not_role', role }
  conditions.set(role, made)
  return made
}

const conditions = new Map<string, Expression>()
