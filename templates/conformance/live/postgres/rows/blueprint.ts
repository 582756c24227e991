import type { FieldFact, ForeignKeyFact, UniqueFact } from '../../../expected/facts.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec, Table } from '../facts.ts'
import { requiredKeys } from './obstacles.ts'
import { someValue } from './value.ts'

/** What must be seen to when a row of a table is made. */
export interface Blueprint {
  readonly required: readonly ForeignKeyFact[]
  /** The references that must lead to a row of their own, since nothing else tells two rows apart in some unique. */
  readonly fresh: ReadonlySet<string>
  /** The uniques that hardly let a second row of a tenant in: none of their fields differs from row to row. */
  readonly crowding: readonly string[]
  /** The fields of all uniques. */
  readonly inUniques: ReadonlySet<string>
}

export function blueprintOf(spec: Spec, table: Table): Blueprint {
  const required = requiredKeys(table)
  const references = new Set(required.map(({ field }) => field))
  const alike = table.uniques.filter(
    ({ fields }) => !fields.some((name) => isDistinct(spec, table.byField.get(name) ?? table.primary)),
  )
  const ownReferences = ({ fields }: UniqueFact): readonly string[] =>
    fields.filter((name) => references.has(name) && name !== table.tenant?.name)
  return {
    required,
    fresh: new Set(alike.flatMap(ownReferences)),
    crowding: alike.filter((unique) => ownReferences(unique).length === 0).map(({ name }) => name),
    inUniques: new Set(table.uniques.flatMap(({ fields }) => fields)),
  }
}

/** Whether each row gets a value of its own. A field that is left empty never collides. */
function isDistinct(spec: Spec, fact: FieldFact): boolean {
  const type = typeOf(spec, fact)
  if (fact.key !== undefined || (fact.optional === true && fact.role !== 'tenant')) return true
  if (type.kind === 'key' || type.kind === 'part') return true
  if (type.kind !== 'scalar' || type.name === 'boolean') return false
  if (fact.pattern !== undefined) return hasMany(spec, fact)
  if (type.name === 'string') return (type.bounds[0] ?? 40) >= 4
  const few = fact.min !== undefined && fact.max !== undefined && fact.max - fact.min < 10_000
  return !few
}

/** Whether a pattern lets so many texts pass that the first draws are all different. */
function hasMany(spec: Spec, fact: FieldFact): boolean {
  const draws = 200
  return new Set(Array.from({ length: draws }, (_, n) => someValue(spec, fact, n + 1))).size === draws
}
