import type { Field } from '../../../model/field.ts'
import { type PostgresEntity, tenantKeyOf } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { SqlFunction, Trigger } from '../../../print/sql/tree.ts'
import { tableOf } from '../names.ts'
import { nameOf, triggerFunction } from './trigger-function.ts'

/**
 * Writes a move to the outbox. It runs as the owner of the tables, since the application may not write there. Its arguments: the
 * table and the column of the state; the entity; the columns of tenant, public id and last author, empty where the table has
 * none.
 */
export function recordMove(model: Model): SqlFunction {
  const roles = model.project.tenancy?.roles
  return {
    ...triggerFunction({
      name: 'record_move',
      about: 'Writes a move of a life cycle to the outbox, in the same transaction.',
      body: [
        'DECLARE',
        '  was pg_catalog.jsonb := pg_catalog.to_jsonb(OLD);',
        '  is_now pg_catalog.jsonb := pg_catalog.to_jsonb(NEW);',
        '  event pg_catalog.uuid := pg_catalog.gen_random_uuid();',
        'BEGIN',
        '  INSERT INTO stowage.outbox (id, tenant_id, topic, dedupe_key, payload)',
        '  VALUES (',
        '    event,',
        '    (is_now ->> TG_ARGV[3])::pg_catalog.uuid,',
        `    'lifecycle.move',`,
        '    -- Of nothing that is in the row: after a restore it may come to the same state once more.',
        '    event::pg_catalog.text,',
        '    pg_catalog.jsonb_build_object(',
        `      'entity', TG_ARGV[2],`,
        `      'table', TG_ARGV[0],`,
        `      'ref_id', is_now -> TG_ARGV[4],`,
        `      'field', TG_ARGV[1],`,
        `      'from', was -> TG_ARGV[1],`,
        `      'to', is_now -> TG_ARGV[1],`,
        `      'actor', nullif(pg_catalog.current_setting('app.actor', true), '')::pg_catalog.jsonb,`,
        `      'user_id', is_now -> TG_ARGV[5]`,
        '    )',
        '  );',
        '  RETURN NULL;',
        'END',
      ],
    }),
    security: 'definer',
    ...(roles === undefined ? {} : { owner: roles.owner }),
  }
}

/** @param moved whether the row has moved */
export function recordMoveTrigger(entity: PostgresEntity, state: Field, moved: Expression, model: Model): Trigger {
  const { postgres } = entity
  const publicId = postgres.fields.find((field) => field.publicId)
  const columns = [tenantKeyOf(entity), publicId, lastAuthor(entity)]
  return {
    name: 'record_move',
    about: 'The outbox tells of every move.',
    timing: 'after',
    events: ['update'],
    level: 'row',
    when: moved,
    function: nameOf(recordMove(model)),
    arguments: [
      tableOf(entity).name,
      state.physical.text,
      entity.name,
      ...columns.map((field) => field?.physical.text ?? ''),
    ],
    always: false,
  }
}

/** Who has changed the row last, where a mixin keeps that. */
function lastAuthor({ postgres }: PostgresEntity): Field | undefined {
  return postgres.fields.find(
    ({ origin, type }) => origin.kind === 'mixin' && origin.role === 'mutable' && type.kind === 'ref',
  )
}
