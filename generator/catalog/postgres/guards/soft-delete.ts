import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { alwaysQuoted, quoteLiteral } from '../../../print/sql/quote.ts'
import type { SqlFunction, Table } from '../../../print/sql/tree.ts'
import { columnOf, idFieldOf, resolvedName, tableOf, tenantFieldOf } from '../names.ts'
import { type Deletion, deletionOf } from './deletion.ts'
import { type Link, liveLinksTo } from './links.ts'
import { nameOf, refusingFunction, triggerFunction } from './trigger-function.ts'

/** An entity whose rows are marked as deleted while live rows of others may hang on them. */
interface Parent {
  readonly entity: PostgresEntity
  readonly deletion: Deletion
  readonly links: readonly Link[]
}

function parentOf(entity: PostgresEntity, model: Model): Parent | undefined {
  const deletion = deletionOf(entity)
  if (deletion === undefined) return undefined
  const links = liveLinksTo(entity, model)
  return links.length === 0 ? undefined : { entity, deletion, links }
}

/**
 * Runs as the role that sees every row. The lock waits for whoever has just referred to the row, and makes whoever is
 * about to wait: FOR UPDATE is what the lock of a foreign key's check, FOR KEY SHARE, does not go with.
 */
function softDelete({ entity, deletion, links }: Parent, model: Model): SqlFunction {
  const table = tableOf(entity).name
  const id = alwaysQuoted(idFieldOf(entity).physical.text)
  const kept = links.filter(({ field }) => field.relation?.onSoftDelete !== 'cascade')
  const cascading = links.filter(({ field }) => field.relation?.onSoftDelete === 'cascade')
  return triggerFunction({
    name: entity.postgres.functions.softDelete.text,
    about: `Before a row of ${table} counts as deleted: refuses while live rows hang on it, or deletes them with it.`,
    asSystem: model,
    body: [
      'BEGIN',
      '  -- Wait for whoever has just referred to the row, and make wait whoever is about to.',
      `  PERFORM FROM public.${alwaysQuoted(table)} AS own WHERE own.${id} = NEW.${id} FOR UPDATE;`,
      ...kept.flatMap((link) => refuseWhileLive(link, table)),
      ...cascading.flatMap((link) => deleteToo(link, deletion)),
      '  RETURN NULL;',
      'END',
    ],
  })
}

function refuseWhileLive(link: Link, table: string): readonly string[] {
  const { name: child } = tableOf(link.from)
  const { text: column } = link.field.physical
  const fact = [child, column, table, resolvedName(link.field.relation?.constraint, column)]
  return [
    '  IF EXISTS (',
    `    SELECT FROM public.${alwaysQuoted(child)} AS child`,
    `    WHERE ${liveChild(link)}`,
    '  ) THEN',
    `    PERFORM stowage.refuse_deletion(${fact.map(quoteLiteral).join(', ')});`,
    '  END IF;',
  ]
}

/** Its name and the order of its arguments stand in every function that deletes softly. */
export function refuseDeletion(model: Model): SqlFunction {
  return refusingFunction({
    name: 'refuse_deletion',
    about: 'Refuses to delete a row on which live ones hang.',
    arguments: ['of_table', 'of_column', 'target', 'foreign_key'],
    error: {
      sqlstate: 'restrict_violation',
      message: `pg_catalog.format('a row of %s cannot be deleted while live rows of %s refer to it', target, of_table)`,
      hint: `pg_catalog.format('Delete those rows first, or give them another %s.', of_column)`,
      table: 'of_table',
      column: 'of_column',
      constraint: 'foreign_key',
    },
    callers: model,
  })
}

/** The mark and who set it are the parent's own, so that what went together can be found together. */
function deleteToo(link: Link, deletion: Deletion): readonly string[] {
  const theirs = deletionOf(link.from)
  if (theirs === undefined) return []
  const set = [`${alwaysQuoted(theirs.on.physical.text)} = NEW.${alwaysQuoted(deletion.on.physical.text)}`]
  if (theirs.by !== undefined && deletion.by !== undefined)
    set.push(`${alwaysQuoted(theirs.by.physical.text)} = NEW.${alwaysQuoted(deletion.by.physical.text)}`)
  return [
    `  UPDATE public.${alwaysQuoted(tableOf(link.from).name)} AS child SET ${set.join(', ')}`,
    `  WHERE ${liveChild(link)};`,
  ]
}

/** Its live rows that refer to the row: with the tenant where the foreign key has it, as the index begins with it. */
function liveChild({ from, field, target }: Link): string {
  const [mine, theirs] = [tenantFieldOf(target), tenantFieldOf(from)]
  const id = alwaysQuoted(idFieldOf(target).physical.text)
  const deletion = deletionOf(from)
  return [
    ...(field.relation?.withTenant === true && mine !== undefined && theirs !== undefined
      ? [`child.${alwaysQuoted(theirs.physical.text)} = NEW.${alwaysQuoted(mine.physical.text)}`]
      : []),
    `child.${alwaysQuoted(field.physical.text)} = NEW.${id}`,
    ...(deletion === undefined ? [] : [`child.${alwaysQuoted(deletion.on.physical.text)} IS NULL`]),
  ].join(' AND ')
}

/** Fires after the row is written, so that a statement that deletes parent and children together is judged by its end. */
export function softDeleteGuard(entity: PostgresEntity, model: Model): Required<Pick<Table, 'functions' | 'triggers'>> {
  const parent = parentOf(entity, model)
  if (parent === undefined) return { functions: [], triggers: [] }
  const { on } = parent.deletion
  const check = softDelete(parent, model)
  return {
    functions: [check],
    triggers: [
      {
        name: 'soft_delete',
        about: 'No live row hangs on a deleted one.',
        timing: 'after',
        events: ['update'],
        level: 'row',
        when: {
          kind: 'and',
          of: [
            { kind: 'is_null', of: columnOf(on, 'old'), not: false },
            { kind: 'is_null', of: columnOf(on, 'new'), not: true },
          ],
        },
        function: nameOf(check),
        arguments: [],
        always: false,
      },
    ],
  }
}
