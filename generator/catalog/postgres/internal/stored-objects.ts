import type { Model } from '../../../model/model.ts'
import type { Table } from '../../../print/sql/tree.ts'
import { check, column, formed, named, now } from './column.ts'
import { commonRows, grantsFor, guardedBy, ownerOf, ownRows } from './rights.ts'
import type { SplitWork } from './split-work.ts'

const name = 'stored_objects'

/** What is known of every object that a record points to: written with the record's row. */
export function storedObjects(model: Model, { common }: SplitWork): Table {
  return {
    schema: 'stowage',
    name,
    about:
      'Every object that a record points to, with what its bytes must be: written in the transaction that commits it.',
    notes: [],
    ...ownerOf(model),
    columns: [
      column('bucket', 'word', 'As the spec calls it.'),
      column('key', 'word', 'Where in the bucket.'),
      column('tenant_id', 'uuid', 'Whose it is; empty for what belongs to no tenant.', { optional: true }),
      column('entity', 'word', 'What kind of record it is part of, as the spec calls it.'),
      column('object', 'word', 'Which of its objects, as the spec calls it.'),
      column('ref_id', 'public id', 'Which record.'),
      column('sha256', 'digest', 'Digest of the bytes, in hexadecimal.'),
      column('size', 'large count', 'Number of bytes.'),
      column('content_type', 'text', 'As it is served.'),
      column('version_id', 'text', 'Which version, in a bucket that keeps them.', { optional: true }),
      column('created_on', 'moment', 'When it was committed.', { start: now }),
    ],
    primaryKey: { name: `${name}_pkey`, columns: ['bucket', 'key'] },
    uniques: [],
    checks: [
      formed(name, 'ref_id', 'public id'),
      formed(name, 'sha256', 'digest'),
      check(name, 'size', {
        kind: 'compare',
        operator: '>=',
        left: named('size', 'large count'),
        right: { kind: 'literal', value: 0, type: 'bigint' },
      }),
    ],
    indexes: [
      {
        name: `${name}_tenant_id_entity_ref_id_idx`,
        unique: false,
        columns: ['tenant_id', 'entity', 'ref_id'].map((one) => ({ name: one, order: 'asc' })),
        nullsNotDistinct: false,
        about: 'The objects of one record.',
      },
    ],
    foreignKeys: [],
    triggers: [],
    ...guardedBy(model, ({ app, loader }) => {
      const roles = loader === undefined ? [app] : [app, loader]
      return [ownRows(...roles), ...(common ? [commonRows(...roles)] : [])]
    }),
    grants: grantsFor(model, {
      app: ['select', 'insert', 'update', 'delete'],
      system: ['select', 'insert', 'update', 'delete'],
      loader: ['select', 'insert'],
    }),
  }
}
