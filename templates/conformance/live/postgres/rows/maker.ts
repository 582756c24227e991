import type { FieldFact } from '../../../expected/facts.ts'
import { newUlid, newUuid } from '../../values/ids.ts'
import { typeOf } from '../../values/types.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import { type Blueprint, blueprintOf } from './blueprint.ts'
import { type Order, orderOf } from './obstacles.ts'
import { emptyWorld, idOf, type Values, type World } from './row.ts'
import { insertOf, updateOf } from './statements.ts'
import { pathTo } from './states.ts'
import { someValue, type Value } from './value.ts'

/** Makes rows that the spec lets pass, with what they need, from the facts alone. */
export interface Maker {
  readonly order: Order
  /** A tenant, its row made; where there are no tenants, simply a world without rows. */
  newWorld(db: Connection): Promise<World>
  /** The values of a row that could be inserted; what it needs is made. Acts as the system's role and stays so. */
  prepare(db: Connection, world: World, entity: string, given?: Values): Promise<Values>
  /** Makes a row, and moves it to a state where one is named. */
  make(db: Connection, world: World, entity: string, given?: Values, state?: string): Promise<Values>
  /** The row of this world, made where there is none. */
  some(db: Connection, world: World, entity: string): Promise<Values>
  /** A world in which more rows of the entities can be made: the given one, or a new tenant where they allow few. */
  roomFor(db: Connection, world: World, ...entities: readonly string[]): Promise<World>
  /** Another value for a field that may have any: for `UPDATE`. */
  other(db: Connection, world: World, table: Table, field: FieldFact): Promise<Value>
  /** A number that was not given out before. */
  next(): number
}

/** A row that is to be made, after what it refers to. */
interface Step {
  readonly table: Table
  /** Whether it is the world's own row of its entity, to be found there by others. */
  readonly common: boolean
  readonly parents: Map<string, Step>
  values?: Values
}

export function makerOf(spec: Spec): Maker {
  const order = orderOf(spec)
  const blueprints = new Map(spec.tables.map((table) => [table.entity, blueprintOf(spec, table)]))
  const drawn = new Set<string>()
  let count = 0

  const next = (): number => {
    count += 1
    return count
  }

  const blueprint = (table: Table): Blueprint => {
    const found = blueprints.get(table.entity)
    if (found === undefined) throw new Error(`no blueprint for ${table.entity}`)
    return found
  }

  /** What is to be made so that a row of an entity can be, the row itself last. */
  function stepsTo(world: World, entity: string, given: Values): readonly Step[] {
    const common = new Map<string, Step>()
    const last: Step = { table: spec.table(entity), common: false, parents: new Map() }
    const all: Step[] = []
    const waiting = [last]
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      all.push(step)
      const { required, fresh } = blueprint(step.table)
      for (const { field, entity: needed } of required) {
        if (field === step.table.tenant?.name || (step === last && field in given)) continue
        const isOwn = fresh.has(field)
        const known = isOwn ? undefined : common.get(needed)
        const made = isOwn ? undefined : world.rows.get(needed)
        const parent = known ?? {
          table: spec.table(needed),
          common: !isOwn,
          parents: new Map(),
          ...(made === undefined ? {} : { values: made }),
        }
        step.parents.set(field, parent)
        if (known !== undefined) continue
        if (!isOwn) common.set(needed, parent)
        if (made === undefined) waiting.push(parent)
      }
    }
    const rank = ({ table }: Step): number => order.ranks.get(table.entity) ?? 0
    return all.toSorted((a, b) => rank(a) - rank(b))
  }

  function valuesOf(world: World, { table, parents }: Step, given: Values): Values {
    const ordinal = world.made.get(table.entity) ?? 0
    world.made.set(table.entity, ordinal + 1)
    const values: Record<string, Value> = {}
    for (const field of table.fields) {
      const parent = parents.get(field.name)
      const value =
        field.name in given
          ? given[field.name]
          : parent !== undefined
            ? idOf(parent.table, parent.values ?? {})
            : fill(world, table, field, ordinal)
      if (value !== undefined) values[field.name] = value
    }
    return values
  }

  /** Leaves to the database what it fills by itself, but for what must differ from row to row. */
  function fill(world: World, table: Table, field: FieldFact, ordinal: number): Value {
    if (field.name === table.tenant?.name) return world.tenant
    if (field.key === 'primary') return newUuid()
    if (field.key === 'public') return newUlid()
    if (field.optional === true) return undefined
    if (field.name === table.partitionBy) return new Date().toISOString()
    const { inUniques } = blueprint(table)
    if (field.default !== undefined && 'value' in field.default && !inUniques.has(field.name)) return undefined
    if (field.default !== undefined && 'call' in field.default && field.default.call === 'now') return undefined
    if (field.name === table.lifecycle?.field) return table.lifecycle.start
    const type = typeOf(spec, field)
    const few = type.kind === 'enum' || (type.kind === 'scalar' && type.name === 'boolean')
    if (few) return someValue(spec, field, ordinal)
    return field.pattern !== undefined && inUniques.has(field.name)
      ? unseen(table, field)
      : someValue(spec, field, next())
  }

  /** A text of a pattern is drawn, and one may be drawn twice. */
  function unseen(table: Table, field: FieldFact): Value {
    const place = `${table.entity}.${field.name}`
    for (let count = 0; ; count += 1) {
      const value = someValue(spec, field, next())
      const key = `${place} ${String(value)}`
      if (drawn.has(key) && count < 100) continue
      drawn.add(key)
      return value
    }
  }

  async function makeAll(db: Connection, world: World, steps: readonly Step[]): Promise<void> {
    await asSystem(db, spec)
    for (const step of steps) {
      if (step.values !== undefined) continue
      step.values = valuesOf(world, step, {})
      await db.query(...insertOf(step.table, step.values))
      if (step.common) world.rows.set(step.table.entity, step.values)
    }
  }

  const maker: Maker = {
    order,
    next,
    async newWorld(db) {
      const { entity } = spec.facts.tenancy
      if (entity === undefined) return emptyWorld(undefined)
      // A tenant that is no row is only an id, and that is the one which the other stores know it by.
      if (!spec.has(entity)) return emptyWorld(newUlid())
      const tenant = newUuid()
      const world = emptyWorld(tenant)
      const table = spec.table(entity)
      world.rows.set(entity, await maker.make(db, world, entity, { [table.primary.name]: tenant }))
      return world
    },
    async prepare(db, world, entity, given = {}) {
      const steps = stepsTo(world, entity, given)
      const last = steps.at(-1)
      if (last === undefined) throw new Error(`nothing to make for ${entity}`)
      await makeAll(db, world, steps.slice(0, -1))
      return valuesOf(world, last, given)
    },
    async make(db, world, entity, given = {}, state) {
      const table = spec.table(entity)
      const values = await maker.prepare(db, world, entity, given)
      await db.query(...insertOf(table, values))
      const { lifecycle } = table
      if (lifecycle === undefined || state === undefined) return values
      for (const step of pathTo(lifecycle, state) ?? []) {
        await db.query(...updateOf(table, { [lifecycle.field]: step }, values))
      }
      return { ...values, [lifecycle.field]: state }
    },
    async some(db, world, entity) {
      const there = world.rows.get(entity)
      if (there !== undefined) return there
      const values = await maker.make(db, world, entity)
      world.rows.set(entity, values)
      return values
    },
    async roomFor(db, world, ...entities) {
      const isCrowded = entities.some((entity) => blueprint(spec.table(entity)).crowding.length > 0)
      return isCrowded ? maker.newWorld(db) : world
    },
    async other(db, world, table, field) {
      const reference = table.foreignKeyOf.get(field.name)
      if (reference === undefined || field.name === table.tenant?.name) return someValue(spec, field, next())
      const target = spec.table(reference.entity)
      return idOf(target, await maker.make(db, world, reference.entity))
    },
  }
  return maker
}
