import { by } from '../../../base/order.ts'
import { derivedIdentifier } from '../../../front/resolve/physical-name.ts'
import type { Field } from '../../../model/field.ts'
import type { Lifecycle } from '../../../model/lifecycle.ts'
import { fieldNamed, type PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import { alwaysQuoted } from '../../../print/sql/quote.ts'
import type { Qualified, SqlFunction, Table, Trigger } from '../../../print/sql/tree.ts'
import { columnOf, tableOf } from '../names.ts'
import { readGrantsOf } from './grants.ts'
import { recordMoveTrigger } from './record-move.ts'
import { refusal } from './refusal.ts'
import { nameOf, triggerFunction } from './trigger-function.ts'
import { unlessLoading } from './unless-loading.ts'

const moves: Qualified = { schema: 'stowage', name: 'lifecycle_moves' }

/** What a table moves through: nothing else of its entity, so that it stays the same where that does not change. */
export interface Moves {
  /** The column of its status. */
  readonly column: string
  /** The table and the states from which and to which a row may move. */
  readonly rows: readonly (readonly [table: string, from: string, to: string])[]
}

/** An entity whose status has a life cycle. */
interface Living {
  readonly entity: PostgresEntity
  readonly lifecycle: Lifecycle
  readonly field: Field
}

function livingOf(entity: PostgresEntity): Living | undefined {
  const { lifecycle } = entity.postgres
  return lifecycle && { entity, lifecycle, field: fieldNamed(entity.postgres, lifecycle.field) }
}

export function movesOf(entity: PostgresEntity): Moves | undefined {
  const living = livingOf(entity)
  if (living === undefined) return undefined
  const table = tableOf(entity).name
  return {
    column: living.field.physical.text,
    rows: living.lifecycle.states.flatMap(({ name, to }) => to.map(({ state }) => [table, name, state] as const)),
  }
}

/** Every legal move of every life cycle, one row a move. What is not in it is refused. */
export function lifecycleTables(model: Model, moving: readonly Moves[]): readonly Table[] {
  const rows = moving.flatMap((moved) => moved.rows)
  if (rows.length === 0) return []
  const owner = model.project.tenancy?.roles.owner
  const text = { type: 'text', collation: 'C', optional: false } as const
  return [
    {
      ...moves,
      about: 'The legal moves of every life cycle; the triggers `lifecycle_move` refuse any other.',
      notes: [],
      ...(owner === undefined ? {} : { owner }),
      columns: [
        { ...text, name: 'table_name', about: 'Whose rows move.' },
        { ...text, name: 'from_state', about: 'Where a row stands.' },
        { ...text, name: 'to_state', about: 'Where it may go from there.' },
      ],
      primaryKey: { name: 'lifecycle_moves_pkey', columns: ['table_name', 'from_state', 'to_state'] },
      uniques: [],
      checks: [],
      indexes: [],
      foreignKeys: [],
      triggers: [],
      grants: readGrantsOf(model),
      rows: distinct(rows),
    },
  ]
}

/** A move that is written twice is one move. */
function distinct(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\0'), row])).values()]
}

/** Its arguments: the table, the column and the state in which a row begins. */
const refuseStart: SqlFunction = triggerFunction({
  name: 'refuse_start',
  about: 'Refuses a new row that does not begin where its life cycle does.',
  body: [
    'BEGIN',
    ...refusal({
      sqlstate: 'check_violation',
      message:
        `pg_catalog.format('a new row of %s begins with %s %L, not with %L',\n` +
        `      TG_ARGV[0], TG_ARGV[1], TG_ARGV[2], pg_catalog.to_jsonb(NEW) ->> TG_ARGV[1])`,
      hint: `'Add it in its first state and move it on from there.'`,
      table: 'TG_ARGV[0]',
      column: 'TG_ARGV[1]',
      constraint: `'lifecycle_start'`,
    }),
    'END',
  ],
})

/** Looks a move up. Its argument: the table. One function for each name of a column: by a variable name it would be slow. */
function checkMove(column: string): SqlFunction {
  const state = alwaysQuoted(column)
  return triggerFunction({
    name: derivedIdentifier(`check_move_of_${column}`).text,
    about: 'Refuses a move that the life cycle of the table does not know.',
    body: [
      'BEGIN',
      '  IF NOT EXISTS (',
      '    SELECT FROM stowage.lifecycle_moves AS move',
      `    WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD.${state} AND move.to_state = NEW.${state}`,
      '  ) THEN',
      ...refusal(
        {
          sqlstate: 'check_violation',
          message: `pg_catalog.format('%s cannot go from %L to %L', TG_ARGV[0], OLD.${state}, NEW.${state})`,
          detail:
            `(SELECT coalesce('From there it may go to ' || pg_catalog.string_agg(move.to_state, ', ' ORDER BY move.to_state), 'That state is final') || '.'\n` +
            `        FROM stowage.lifecycle_moves AS move\n` +
            `        WHERE move.table_name = TG_ARGV[0] AND move.from_state = OLD.${state})`,
          table: 'TG_ARGV[0]',
          column: 'TG_ARGV[1]',
          constraint: `'lifecycle_move'`,
        },
        '    ',
      ),
      '  END IF;',
      '  RETURN NULL;',
      'END',
    ],
  })
}

export function lifecycleFunctions(moving: readonly Moves[]): readonly SqlFunction[] {
  const columns = new Set(moving.map(({ column }) => column))
  if (columns.size === 0) return []
  return [...[...columns].map(checkMove).sort(by(({ name }) => name)), refuseStart]
}

/**
 * All fire after the row is written: no other trigger changes it any more, and an INSERT that ends as an UPDATE by
 * ON CONFLICT is judged as the update that it is. None names a column, so that a change made by another trigger counts.
 */
export function lifecycleTriggers(entity: PostgresEntity, model: Model): readonly Trigger[] {
  const living = livingOf(entity)
  if (living === undefined) return []
  const { lifecycle, field } = living
  const type = 'text'
  const column = field.physical.text
  const table = tableOf(entity).name
  const start: Trigger = {
    name: 'lifecycle_start',
    about: `A new row begins as ${lifecycle.start}.`,
    timing: 'after',
    events: ['insert'],
    level: 'row',
    ...unlessLoading(model, {
      kind: 'compare',
      operator: '<>',
      left: columnOf(field, 'new'),
      right: { kind: 'literal', value: lifecycle.start, type },
    }),
    function: nameOf(refuseStart),
    arguments: [table, column, lifecycle.start],
    always: false,
  }
  if (entity.postgres.appendOnly) return [start]
  const moved: Expression = {
    kind: 'compare',
    operator: 'is distinct from',
    left: columnOf(field, 'old'),
    right: columnOf(field, 'new'),
  }
  const move: Trigger = {
    name: 'lifecycle_move',
    about: 'It moves as stowage.lifecycle_moves says.',
    timing: 'after',
    events: ['update'],
    level: 'row',
    when: moved,
    function: nameOf(checkMove(column)),
    arguments: [table, column],
    always: false,
  }
  return [start, move, recordMoveTrigger(entity, field, moved, model)]
}
