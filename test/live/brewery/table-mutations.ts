import type { Mutation } from './mutation.ts'

/** What is wrong with tables, columns and partitions. In `named` the `M` of a partition stands for a month. */
export const tableMutations: Readonly<Record<string, Mutation>> = {
  'a table is dropped': {
    sql: 'DROP TABLE bottles',
    named: ['table bottles: missing'],
  },
  'a table forgets its rows in a crash': {
    sql: 'ALTER TABLE bottles SET UNLOGGED',
    named: ['table bottles: persistence'],
  },
  'a column is dropped': {
    sql: 'ALTER TABLE batches DROP COLUMN brewed_on CASCADE',
    named: ['column brewed_on of batches: missing', 'view live_batches: missing'],
  },
  'a column is added': {
    sql: 'ALTER TABLE batches ADD COLUMN secret text',
    named: ['column secret of batches: not in the spec'],
  },
  'a column may be empty': {
    sql: 'ALTER TABLE bottles ALTER COLUMN batch_id DROP NOT NULL',
    named: ['column batch_id of bottles: null values'],
  },
  'a column has another type': {
    sql: 'ALTER TABLE malts ALTER COLUMN name TYPE varchar(61)',
    named: ['column name of malts: type'],
  },
  'a column has another default': {
    sql: `ALTER TABLE batches ALTER COLUMN state SET DEFAULT 'bottled'`,
    named: ['column state of batches: default'],
  },
  'a column has no default': {
    sql: 'ALTER TABLE batches ALTER COLUMN created_on DROP DEFAULT',
    named: ['column created_on of batches: default'],
  },
  'a column is sorted in some language': {
    sql: 'ALTER TABLE stowage.lifecycle_moves ALTER COLUMN from_state TYPE text COLLATE "POSIX"',
    named: ['column from_state of stowage.lifecycle_moves: collation'],
  },
  'a column fills itself': {
    sql: 'ALTER TABLE bottles ADD COLUMN twice text GENERATED ALWAYS AS (ref_id || ref_id) STORED',
    named: ['column twice of bottles: not in the spec'],
  },
  'a comment says something else': {
    sql: `COMMENT ON COLUMN batches.litres IS 'What was drunk.'`,
    named: ['column litres of batches: comment'],
  },
  'a table of nobody’s lies among ours': {
    sql: 'CREATE TABLE stowage.more (id integer)',
    named: ['table stowage.more: not in the spec'],
  },

  'a partition is unguarded': {
    sql: `ALTER TABLE stowage.readings_default DISABLE TRIGGER append_only`,
    named: ['trigger append_only of partition stowage.readings_default: fires in'],
  },
  'a partition can be emptied': {
    sql: 'DROP TRIGGER append_only_truncate ON stowage.readings_default',
    named: ['trigger append_only_truncate of partition stowage.readings_default: missing'],
  },
  'a partition shows all rows': {
    sql: 'ALTER TABLE stowage.readings_default DISABLE ROW LEVEL SECURITY',
    named: ['partition stowage.readings_default of readings: row level security'],
  },
  'a partition is read past its table': {
    sql: 'GRANT SELECT ON stowage.readings_default TO brewery_app',
    named: ['partition stowage.readings_default of readings: rights of brewery_app'],
  },
  'the partition for the rest is gone': {
    sql: 'DROP TABLE stowage.readings_default',
    named: ['table readings: default partition'],
  },
  'rows have no partition of their own': {
    sql: `ALTER TABLE readings DISABLE TRIGGER ALL; INSERT INTO readings (id, ref_id, brewery_id, batch_id, celsius, created_on)
      SELECT gen_random_uuid(), '01ARZ3NDEKTSV4RRFFQ69G5FAV', gen_random_uuid(), gen_random_uuid(), 1, '2001-01-01';
      ALTER TABLE readings ENABLE TRIGGER ALL; ALTER TABLE readings ENABLE ALWAYS TRIGGER append_only;
      ALTER TABLE readings ENABLE ALWAYS TRIGGER append_only_truncate`,
    named: ['partition stowage.readings_default of readings: rows'],
  },
}
