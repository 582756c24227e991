import { createHash } from 'node:crypto'
import { by } from '../../../base/order.ts'
import { derivedIdentifier } from '../../../front/resolve/physical-name.ts'
import type { Field } from '../../../model/field.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'
import { alwaysQuoted } from '../../../print/sql/quote.ts'
import type { SqlFunction, Trigger } from '../../../print/sql/tree.ts'
import { perDomain } from '../by-domain.ts'
import { triggerFunction } from './trigger-function.ts'
import { unlessLoading } from './unless-loading.ts'

/** What keeps the columns of one table: most tables have the same columns, and share its function. */
export interface Keeper {
  readonly columns: readonly string[]
  /** What the function is called where no other one has the same columns. */
  readonly stem: string
  readonly body: readonly string[]
}

export function keeperOf({ postgres }: PostgresEntity): Keeper | undefined {
  if (postgres.appendOnly) return undefined
  const fields = postgres.fields.filter(({ onUpdate }) => onUpdate !== undefined)
  if (fields.length === 0) return undefined
  const columns = fields.map(({ physical }) => physical.text)
  return { columns, stem: `keep_${columns.join('_')}`, body: bodyOf(fields) }
}

const keepersIn = perDomain((entities) => entities.flatMap((entity) => keeperOf(entity) ?? []))

/** Whether all keepers of the same columns are the same, by what they would be called. */
const areAlike = indexing<boolean>((model) => {
  const bodies = Map.groupBy(keepersIn(model).flat(), ({ stem }) => stem)
  return new Map(
    [...bodies].map(([stem, [first, ...others]]) => {
      const body = first?.body.join()
      return [stem, others.every((other) => other.body.join() === body)]
    }),
  )
})

function nameOfKeeper({ stem, body }: Keeper, model: Model): string {
  const alike = areAlike(model).get(stem)
  return derivedIdentifier(alike === true ? stem : `${stem}_${digest(body)}`).text
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

export function keepFunctions(model: Model, all: readonly Keeper[]): readonly SqlFunction[] {
  const keepers = new Map(all.map((keeper) => [nameOfKeeper(keeper, model), keeper]))
  return [...keepers]
    .map(([name, { columns, body }]) =>
      triggerFunction({ name, about: `Keeps ${columns.join(' and ')}: no client writes them.`, body }),
    )
    .sort(by(({ name }) => name))
}

/** Its name sorts behind others': triggers before a row fire by name, and whatever those write to its columns is lost. */
export function keepTriggers(entity: PostgresEntity, model: Model): readonly Trigger[] {
  const keeper = keeperOf(entity)
  if (keeper === undefined) return []
  return [
    {
      name: 'zz_keep_changes',
      about: `Keeps ${keeper.columns.join(' and ')}.`,
      timing: 'before',
      events: ['insert', 'update'],
      level: 'row',
      ...unlessLoading(model),
      function: { schema: 'stowage', name: nameOfKeeper(keeper, model) },
      arguments: [],
      always: false,
    },
  ]
}
