import { createHash } from 'node:crypto'
import { by } from '../../../base/order.ts'
import { derivedIdentifier } from '../../../front/resolve/physical-name.ts'
import type { Field } from '../../../model/field.ts'
import { inPostgres, type PostgresEntity } from '../../../model/lookup.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'
import { alwaysQuoted } from '../../../print/sql/quote.ts'
import type { SqlFunction, Trigger } from '../../../print/sql/tree.ts'
import { nameOf, triggerFunction } from './trigger-function.ts'

/** The function that keeps the columns of one table: most tables have the same columns, and share it. */
interface Keeper {
  readonly function: SqlFunction
  readonly columns: readonly string[]
}

/** What keeps the columns that change with every change, by the entity's name. */
const keepersOf = indexing(makeKeepers)

function makeKeepers(model: Model): ReadonlyMap<string, Keeper> {
  const kept = inPostgres(model).flatMap((entity) => {
    const fields = entity.postgres.appendOnly ? [] : entity.postgres.fields.filter(({ onUpdate }) => onUpdate)
    if (fields.length === 0) return []
    const columns = fields.map(({ physical }) => physical.text)
    return [{ entity: entity.name, columns, stem: `keep_${columns.join('_')}`, body: bodyOf(fields) }]
  })
  const bodies = Map.groupBy(kept, ({ stem }) => stem)
  return new Map(
    kept.map(({ entity, columns, stem, body }) => {
      const alike = bodies.get(stem)?.every((other) => other.body.join() === body.join())
      const name = derivedIdentifier(alike === true ? stem : `${stem}_${digest(body)}`).text
      const about = `Keeps ${columns.join(' and ')}: no client writes them.`
      return [entity, { columns, function: triggerFunction({ name, about, body }) }]
    }),
  )
}

/** Columns of the same names that begin otherwise need a function of their own, under a name of its own. */
function digest(body: readonly string[]): string {
  return createHash('sha256').update(body.join('\n')).digest('hex').slice(0, 8)
}

function bodyOf(fields: readonly Field[]): readonly string[] {
  const set = (value: (field: Field) => string): readonly string[] =>
    fields.map((field) => `    NEW.${alwaysQuoted(field.physical.text)} := ${value(field)};`)
  return [
    'BEGIN',
    `  IF TG_OP = 'INSERT' THEN`,
    ...set(first),
    '  ELSE',
    ...set(next),
    '  END IF;',
    '  RETURN NEW;',
    'END',
  ]
}

/** What a new row holds: the field's default; where it has none, nothing, or else the least it can be. */
function first(field: Field): string {
  const { onUpdate, optional } = field
  const empty = optional && field.default === undefined
  if (empty) return 'NULL'
  if (onUpdate === 'now') return 'pg_catalog.now()'
  return field.default?.kind === 'literal' ? String(Number(field.default.value)) : '0'
}

function next({ physical, onUpdate, optional }: Field): string {
  if (onUpdate === 'now') return 'pg_catalog.now()'
  const old = `OLD.${alwaysQuoted(physical.text)}`
  return optional ? `coalesce(${old}, 0) + 1` : `${old} + 1`
}

export function keepFunctions(model: Model): readonly SqlFunction[] {
  const functions = new Map([...keepersOf(model).values()].map((keeper) => [keeper.function.name, keeper.function]))
  return [...functions.values()].sort(by(({ name }) => name))
}

/** Its name sorts behind others': triggers before a row fire by name, and whatever those write to its columns is lost. */
export function keepTriggers(entity: PostgresEntity, model: Model): readonly Trigger[] {
  const keeper = keepersOf(model).get(entity.name)
  if (keeper === undefined) return []
  return [
    {
      name: 'zz_keep_changes',
      about: `Keeps ${keeper.columns.join(' and ')}.`,
      timing: 'before',
      events: ['insert', 'update'],
      level: 'row',
      function: nameOf(keeper.function),
      arguments: [],
      always: false,
    },
  ]
}
