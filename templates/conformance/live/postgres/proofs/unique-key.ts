import type { ConditionFact, UniqueFact } from '../../../expected/facts.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import type { Maker } from '../rows/maker.ts'
import { idOf, type Values, type World } from '../rows/row.ts'
import { pathTo } from '../rows/states.ts'
import { someValue, type Value } from '../rows/value.ts'

/** What two rows must have in common to be one too many. */
export interface UniqueKey {
  readonly given: Values
  /** The states by which a row comes to where the unique counts it, the start left out; empty where it begins there. */
  readonly path: readonly string[]
}

/** Why there is no such key; undefined where there is one. */
export function withoutKey(spec: Spec, table: Table, unique: UniqueFact): string | undefined {
  const field = unique.fields.find((name) => {
    const fact = table.byField.get(name)
    return fact?.pattern !== undefined && someValue(spec, fact, 1) === undefined
  })
  if (field !== undefined) return `no text is found that the pattern of ${field} lets pass`
  const { lifecycle } = table
  if (lifecycle === undefined) return undefined
  const condition = unique.where?.find((one) => one.field === lifecycle.field)
  return statesOf(condition) === undefined || shortest(table, condition) !== undefined
    ? undefined
    : `no way leads to the states that ${unique.name} is about`
}

/** Makes a key that no row has, and what it refers to. */
export async function newKey(
  db: Connection,
  spec: Spec,
  maker: Maker,
  world: World,
  table: Table,
  unique: UniqueFact,
): Promise<UniqueKey> {
  const given: Record<string, Value> = {}
  const conditions = new Map(unique.where?.map((condition) => [condition.field, condition]))
  for (const name of new Set([...unique.fields, ...conditions.keys()])) {
    if (name === table.tenant?.name || name === table.lifecycle?.field) continue
    const condition = conditions.get(name)
    const value = condition === undefined ? undefined : constantOf(condition)
    given[name] = value === undefined ? await newValue(db, spec, maker, world, table, name) : value
  }
  return { given, path: shortest(table, conditions.get(table.lifecycle?.field ?? '')) ?? [] }
}

async function newValue(
  db: Connection,
  spec: Spec,
  maker: Maker,
  world: World,
  table: Table,
  name: string,
): Promise<Value> {
  const fact = table.byField.get(name)
  if (fact === undefined) throw new Error(`${table.table} has no field ${name}`)
  const reference = table.foreignKeyOf.get(name)
  if (reference === undefined) return someValue(spec, fact, maker.next())
  return idOf(spec.table(reference.entity), await maker.make(db, world, reference.entity))
}

/** The constant that a condition asks for; null where it asks for nothing to be there, undefined for anything. */
function constantOf(condition: ConditionFact): Value {
  if ('null' in condition) return condition.null ? null : undefined
  const [first] = condition.in
  return typeof first === 'number' ? String(first) : first
}

/** A value that a condition does not let in, for a field that has another one. */
export function outside(spec: Spec, table: Table, condition: ConditionFact): Value {
  const fact = table.byField.get(condition.field)
  if (fact === undefined || table.foreignKeyOf.has(condition.field)) return undefined
  if ('null' in condition) return condition.null ? someValue(spec, fact, 1) : fact.optional === true ? null : undefined
  const taken = new Set(condition.in.map(String))
  const candidates = Array.from({ length: 20 }, (_, n) => someValue(spec, fact, n))
  return candidates.find((value) => value !== undefined && !taken.has(String(value)))
}

function statesOf(condition: ConditionFact | undefined): readonly string[] | undefined {
  return condition !== undefined && 'in' in condition ? condition.in.map(String) : undefined
}

/** The shortest way to one of the states: all states before its last are not among them. */
function shortest({ lifecycle }: Table, condition: ConditionFact | undefined): readonly string[] | undefined {
  if (lifecycle === undefined) return undefined
  const paths = (statesOf(condition) ?? []).flatMap((state) => {
    const path = pathTo(lifecycle, state)
    return path === undefined ? [] : [path]
  })
  return paths.toSorted((a, b) => a.length - b.length)[0]
}
