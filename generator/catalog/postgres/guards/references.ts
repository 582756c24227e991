import type { Field } from '../../../model/field.ts'
import { type PostgresEntity, tenantKeyOf } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import { alwaysQuoted, quoteLiteral } from '../../../print/sql/quote.ts'
import type { Qualified, SqlFunction, Table, Trigger } from '../../../print/sql/tree.ts'
import { columnOf, idFieldOf, resolvedName, tableOf, tenantFieldOf } from '../names.ts'
import { deletionOf } from './deletion.ts'
import { isLive, type Link, linksFrom } from './links.ts'
import { nameOf, refusingFunction, triggerFunction } from './trigger-function.ts'

/** What a foreign key cannot say of one reference. */
interface Demand {
  readonly link: Link
  /** Whether a live row may refer to a live row alone. */
  readonly live: boolean
  /** What the target's tenant has to be, where the foreign key does not compare it: an expression of SQL. */
  readonly tenant?: string
}

function demandsOf(entity: PostgresEntity, model: Model): readonly Demand[] {
  return linksFrom(entity, model).flatMap((link) => {
    const live = isLive(link)
    const tenant = model.project.tenancy === undefined ? undefined : tenantDemand(link)
    return live || tenant !== undefined ? [{ link, live, ...(tenant === undefined ? {} : { tenant }) }] : []
  })
}

/** A reference to what may be shared by all has a foreign key over the id alone: its target is shared, or of the same tenant. */
function tenantDemand({ from, target }: Link): string | undefined {
  const theirs = tenantFieldOf(target)
  if (theirs === undefined || target.tenancy.mode !== 'shared') return undefined
  const column = `target.${alwaysQuoted(theirs.physical.text)}`
  const mine = tenantKeyOf(from)
  return mine === undefined
    ? `${column} IS NULL`
    : `(${column} IS NULL OR ${column} = NEW.${alwaysQuoted(mine.physical.text)})`
}

/**
 * Runs as the role that sees every row: whether a target is there must not depend on who asks. It fires after the
 * foreign key's own check, which waits for whoever is about to delete the target; so it sees what they did. Where a row
 * comes back no foreign key is checked, and it waits itself, by the same lock and in a statement of its own: the
 * statement that waits would see the target as it was before.
 */
function checkReferences(entity: PostgresEntity, demands: readonly Demand[], model: Model): SqlFunction {
  return triggerFunction({
    name: entity.postgres.functions.checkReferences.text,
    about: `Refuses a row of ${tableOf(entity).name} that refers to what is deleted, or to what is another tenant's.`,
    asSystem: model,
    body: [
      'BEGIN',
      ...waitFor(demands.filter(({ live }) => live)),
      ...demands.flatMap((demand) => checkOf(entity, demand)),
      '  RETURN NULL;',
      'END',
    ],
  })
}

function waitFor(demands: readonly Demand[]): readonly string[] {
  if (demands.length === 0) return []
  const locks = demands.map(
    ({ link }) =>
      `    PERFORM FROM public.${alwaysQuoted(tableOf(link.target).name)} AS target WHERE ${isTarget(link)} FOR KEY SHARE;`,
  )
  return [
    `  IF TG_OP = 'UPDATE' THEN`,
    '    -- Where a row comes back no foreign key is checked: wait here for whoever is deleting what it refers to.',
    ...locks,
    '  END IF;',
  ]
}

function isTarget({ field, target }: Link): string {
  return `target.${alwaysQuoted(idFieldOf(target).physical.text)} = NEW.${alwaysQuoted(field.physical.text)}`
}

function checkOf(entity: PostgresEntity, { link, live, tenant }: Demand): readonly string[] {
  const { name: table } = tableOf(entity)
  const { name: target } = tableOf(link.target)
  const { text: column } = link.field.physical
  const fact = [table, column, target, resolvedName(link.field.relation?.constraint, column)]
  const check = (given: string, condition: string, what: string): readonly string[] => [
    `  IF ${given} AND NOT EXISTS (`,
    `    SELECT FROM public.${alwaysQuoted(target)} AS target`,
    `    WHERE ${isTarget(link)} AND ${condition}`,
    '  ) THEN',
    `    PERFORM stowage.refuse_reference(${[...fact, what].map(quoteLiteral).join(', ')});`,
    '  END IF;',
  ]
  const given = `NEW.${alwaysQuoted(column)} IS NOT NULL`
  const [own, theirs] = [deletionOf(entity), deletionOf(link.target)]
  return [
    ...(tenant === undefined ? [] : check(given, tenant, 'not there for this tenant')),
    ...(live && own !== undefined && theirs !== undefined
      ? check(
          `NEW.${alwaysQuoted(own.on.physical.text)} IS NULL AND ${given}`,
          `target.${alwaysQuoted(theirs.on.physical.text)} IS NULL`,
          'deleted',
        )
      : []),
  ]
}

/** Its name and the order of its arguments stand in every function that checks references. */
export function refuseReference(model: Model): SqlFunction {
  return refusingFunction({
    name: 'refuse_reference',
    about: 'Refuses a row because of what it refers to.',
    arguments: ['of_table', 'of_column', 'target', 'foreign_key', 'what'],
    error: {
      sqlstate: 'foreign_key_violation',
      message: `pg_catalog.format('%s of %s refers to a row of %s that is %s', of_column, of_table, target, what)`,
      table: 'of_table',
      column: 'of_column',
      constraint: 'foreign_key',
    },
    callers: model,
  })
}

/** What holds the references of a table to what their foreign keys cannot say. */
export function referenceGuard(entity: PostgresEntity, model: Model): Required<Pick<Table, 'functions' | 'triggers'>> {
  const demands = demandsOf(entity, model)
  if (demands.length === 0) return { functions: [], triggers: [] }
  const check = checkReferences(entity, demands, model)
  return { functions: [check], triggers: triggersOf(entity, demands, nameOf(check)) }
}

/** Fire where a reference is new, and where a deleted row comes back. */
function triggersOf(entity: PostgresEntity, demands: readonly Demand[], check: Qualified): readonly Trigger[] {
  const common = {
    timing: 'after',
    level: 'row',
    function: check,
    arguments: [],
    always: false,
  } as const
  const given = demands.map(({ link }): Expression => ({ kind: 'is_null', of: columnOf(link.field, 'new'), not: true }))
  const insert: Trigger = {
    ...common,
    name: 'references_on_insert',
    about: 'What it refers to is there for its tenant, and lives.',
    events: ['insert'],
    ...(demands.every(({ link }) => !link.field.optional) ? {} : { when: anyOf(given) }),
  }
  if (entity.postgres.appendOnly) return [insert]
  const changed = demands.map(
    ({ link }): Expression => ({
      kind: 'compare',
      operator: 'is distinct from',
      left: columnOf(link.field, 'old'),
      right: columnOf(link.field, 'new'),
    }),
  )
  const own = demands.some(({ live }) => live) ? deletionOf(entity) : undefined
  const update: Trigger = {
    ...common,
    name: 'references_on_update',
    about: own === undefined ? 'So it stays.' : 'So it stays, and a row that comes back is judged anew.',
    events: ['update'],
    when: anyOf(own === undefined ? changed : [...changed, restored(own.on)]),
  }
  return [insert, update]
}

function restored(on: Field): Expression {
  return {
    kind: 'and',
    of: [
      { kind: 'is_null', of: columnOf(on, 'old'), not: true },
      { kind: 'is_null', of: columnOf(on, 'new'), not: false },
    ],
  }
}

function anyOf(conditions: readonly Expression[]): Expression {
  const [first, ...others] = conditions
  if (first === undefined) return { kind: 'constant', value: false }
  return others.length === 0 ? first : { kind: 'or', of: conditions }
}
