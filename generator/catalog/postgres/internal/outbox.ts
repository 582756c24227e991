import type { Model } from '../../../model/model.ts'
import type { Policy, Table } from '../../../print/sql/tree.ts'
import { column, isEmpty, isObject, now } from './column.ts'
import { always, copiedBy, grantsFor, guardedBy, ownerOf } from './rights.ts'

const name = 'outbox'

/**
 * What is to be told elsewhere, written in the transaction of what it tells of: by triggers alone. The application may neither
 * read nor write it; the triggers' function runs as the owner, whom row level security binds too.
 */
export function outbox(model: Model): Table {
  return {
    schema: 'stowage',
    name,
    about: 'What has happened and is still to be told elsewhere: every move of a life cycle, written by its trigger.',
    notes: ['Delivered at least once: `dedupe_key` tells a second time from another event.'],
    ...ownerOf(model),
    columns: [
      column('id', 'uuid', 'Which one it is.', { start: { kind: 'call', name: 'gen_random_uuid', arguments: [] } }),
      column('position', 'large count', 'The order in which they were written; transactions may commit in another.', {
        identity: { sequence: { schema: 'stowage', name: `${name}_position_seq` }, grants: copiedBy(model) },
      }),
      column('tenant_id', 'uuid', 'Of whom it tells; empty for what belongs to no tenant.', { optional: true }),
      column('topic', 'word', 'What it is about: `lifecycle.move`.'),
      column('dedupe_key', 'word', 'The same for the same event, however often it is told.'),
      column('payload', 'json', 'What has happened, to what, and who did it.'),
      column('created_on', 'moment', 'When the transaction began.', { start: now }),
      column('delivered_on', 'moment', 'When it was told.', { optional: true }),
      column('attempts', 'count', 'How often that was tried.', {
        start: { kind: 'literal', value: 0, type: 'integer' },
      }),
      column('last_error', 'text', 'Why it did not work, the last time.', { optional: true }),
    ],
    primaryKey: { name: `${name}_pkey`, columns: ['id'] },
    uniques: [{ name: `${name}_dedupe_key_key`, columns: ['dedupe_key'], nullsNotDistinct: false }],
    checks: [isObject(name, 'payload')],
    indexes: [
      {
        name: `${name}_position_idx`,
        unique: false,
        columns: [{ name: 'position', order: 'asc' }],
        nullsNotDistinct: false,
        where: isEmpty('delivered_on', 'moment'),
        about: 'What is still to be told.',
      },
    ],
    foreignKeys: [],
    triggers: [],
    ...guardedBy(model, ({ owner }) => [writtenBy(owner)]),
    grants: grantsFor(model, { app: [], system: ['select', 'update', 'delete'] }),
  }
}

function writtenBy(owner: string): Policy {
  return {
    name: 'record_move',
    about: 'The function of the triggers runs as the owner, and adds rows.',
    command: 'insert',
    roles: [owner],
    check: always,
  }
}
