import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { Index, Table } from '../../../print/sql/tree.ts'
import { column, formed, isEmpty, isObject, named, now, oneOf, word } from './column.ts'
import { grantsFor, guardedBy, ownerOf, ownRows } from './rights.ts'

const name = 'storage_intents'

/** What is about to be written to several stores: whoever finds one knows what a crash may have left behind. */
export function storageIntents(model: Model): Table {
  return {
    schema: 'stowage',
    name,
    about:
      'Work on records that are kept in several stores: begun before the first byte is written, committed with the row.',
    notes: [],
    ...ownerOf(model),
    columns: [
      column('id', 'uuid', 'Which one it is.'),
      column('tenant_id', 'uuid', 'Whose work it is; empty for what belongs to no tenant.', { optional: true }),
      column('operation', 'word', 'What is done to the record.'),
      column('entity', 'word', 'What kind of record, as the spec calls it.'),
      column('ref_id', 'public id', 'Which record.'),
      column('idempotency_key', 'word', 'By which a caller that tries again finds what it began.'),
      column('request_hash', 'digest', 'SHA-256 of what was asked for: the same key with something else is refused.'),
      column('parts', 'json', 'Objects and documents that it writes, and those that it leaves behind.'),
      column('state', 'word', 'How far it is. A locked copy cannot be taken back: from then on it only goes forward.', {
        start: word('pending'),
      }),
      column('result', 'json', 'What the caller was told, for one that tries again.', { optional: true }),
      column('created_on', 'moment', 'When it was begun.', { start: now }),
      column(
        'expires_on',
        'moment',
        'Until when whoever works on it has it alone; afterwards the collector takes it up.',
      ),
      column('settled_on', 'moment', 'When it was committed or given up.', { optional: true }),
      column('swept_on', 'moment', 'When what it left behind was removed.', { optional: true }),
    ],
    primaryKey: { name: `${name}_pkey`, columns: ['id'] },
    uniques: [
      {
        name: `${name}_tenant_id_idempotency_key_key`,
        columns: ['tenant_id', 'idempotency_key'],
        nullsNotDistinct: true,
        about: 'One effect for each key, however often it is tried.',
      },
    ],
    checks: [
      oneOf(name, 'operation', ['create', 'update', 'delete', 'purge']),
      formed(name, 'ref_id', 'public id'),
      formed(name, 'request_hash', 'digest'),
      isObject(name, 'parts'),
      oneOf(name, 'state', ['pending', 'locked', 'committed', 'aborted', 'collected']),
    ],
    indexes: [
      index('expires_on', 'expires_on', isIn('pending', 'locked'), 'Those whose time is up.'),
      index(
        'settled_on',
        'settled_on',
        { kind: 'and', of: [isEmpty('swept_on', 'moment'), isIn('committed', 'aborted')] },
        'Those that may have left something behind.',
      ),
      index('swept_on', 'swept_on', isIn('aborted'), 'Those that are swept once more, for what was under way.'),
      index('done', 'settled_on', isIn('committed', 'collected'), 'Those that may be forgotten.'),
    ],
    foreignKeys: [],
    triggers: [],
    ...guardedBy(model, ({ app }) => [ownRows(app)]),
    grants: grantsFor(model, {
      app: ['select', 'insert', 'update'],
      system: ['select', 'insert', 'update', 'delete'],
    }),
  }
}

function isIn(...states: readonly string[]): Expression {
  return { kind: 'one_of', of: named('state', 'word'), values: states.map(word) }
}

function index(of: string, by: string, where: Expression, about: string): Index {
  return {
    name: `${name}_${of}_idx`,
    unique: false,
    columns: [{ name: by, order: 'asc' }],
    nullsNotDistinct: false,
    where,
    about,
  }
}
