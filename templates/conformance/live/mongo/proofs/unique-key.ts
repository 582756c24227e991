import type { ConditionFact, UniqueFact } from '../../../expected/facts.ts'
import { valueOf } from '../documents/value.ts'
import { type Collection, fieldOf, type Spec } from '../facts.ts'
import type { Doc, Session } from '../session.ts'

/** What two documents must have in common to be one too many, by the names of fields. */
export function newKey({ spec, next }: Session, collection: Collection, unique: UniqueFact): Doc {
  const conditions = new Map(unique.where?.map((condition) => [condition.field, condition]))
  const n = next()
  const names = [...new Set([...unique.fields, ...conditions.keys()])].filter(
    (name) => name !== collection.tenant?.name,
  )
  return Object.fromEntries(
    names.map((name) => {
      const condition = conditions.get(name)
      const constant = condition === undefined ? undefined : constantOf(condition)
      return [name, constant === undefined ? valueOf(spec, fieldOf(collection, name), n) : constant]
    }),
  )
}

/** The constant that a condition asks for; null where it asks for nothing to be there, undefined for anything. */
function constantOf(condition: ConditionFact): unknown {
  if ('null' in condition) return condition.null ? null : undefined
  return condition.in[0]
}

/** A value that a condition does not let in, for a field that has another one; undefined where there is none. */
export function outside(spec: Spec, collection: Collection, condition: ConditionFact): unknown {
  const fact = fieldOf(collection, condition.field)
  if ('null' in condition) return condition.null ? valueOf(spec, fact, 1) : fact.optional === true ? null : undefined
  const taken = new Set(condition.in.map(String))
  const candidates = Array.from({ length: 20 }, (_, n) => valueOf(spec, fact, n))
  return candidates.find((value) => value !== undefined && !taken.has(String(value)))
}
