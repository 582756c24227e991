import type { Mutation } from './mutation.ts'

/** What is wrong with keys, checks and indexes. */
export const keyMutations: Readonly<Record<string, Mutation>> = {
  'a primary key is dropped': {
    sql: 'ALTER TABLE bottles DROP CONSTRAINT bottles_pkey',
    named: ['constraint bottles_pkey of bottles: missing'],
  },
  'a unique is dropped': {
    sql: 'ALTER TABLE bottles DROP CONSTRAINT bottles_ref_id_key',
    named: ['constraint bottles_ref_id_key of bottles: missing'],
  },
  'a foreign key is dropped': {
    sql: 'ALTER TABLE bottles DROP CONSTRAINT bottles_brewery_id_batch_id_fkey',
    named: ['constraint bottles_brewery_id_batch_id_fkey of bottles: missing'],
  },
  'a foreign key deletes other rows': {
    sql: `ALTER TABLE bottles DROP CONSTRAINT bottles_brewery_id_batch_id_fkey, ADD CONSTRAINT bottles_brewery_id_batch_id_fkey
      FOREIGN KEY (brewery_id, batch_id) REFERENCES batches (brewery_id, id) ON DELETE RESTRICT`,
    named: ['constraint bottles_brewery_id_batch_id_fkey of bottles: definition'],
  },
  'a foreign key has not looked at old rows': {
    sql: `ALTER TABLE bottles DROP CONSTRAINT bottles_brewery_id_fkey, ADD CONSTRAINT bottles_brewery_id_fkey
      FOREIGN KEY (brewery_id) REFERENCES breweries (id) ON DELETE RESTRICT NOT VALID`,
    named: ['constraint bottles_brewery_id_fkey of bottles: definition'],
  },
  'a foreign key leaves the tenant out': {
    sql: `ALTER TABLE batches ADD UNIQUE (id); ALTER TABLE bottles DROP CONSTRAINT bottles_brewery_id_batch_id_fkey,
      ADD CONSTRAINT bottles_brewery_id_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches (id) ON DELETE CASCADE`,
    named: [
      'constraint batches_id_key of batches: not in the spec',
      'constraint bottles_brewery_id_batch_id_fkey of bottles: definition',
    ],
  },
  'all triggers are disabled, those of foreign keys too': {
    sql: 'ALTER TABLE bottles DISABLE TRIGGER ALL',
    named: [
      'constraint bottles_brewery_id_batch_id_fkey of bottles: enforced',
      'constraint bottles_brewery_id_created_by_fkey of bottles: enforced',
      'constraint bottles_brewery_id_fkey of bottles: enforced',
      'trigger immutable of bottles: fires in',
      'trigger zz_keep_changes of bottles: fires in',
    ],
  },
  'a check is widened': {
    sql: `ALTER TABLE batches DROP CONSTRAINT batches_litres_check, ADD CONSTRAINT batches_litres_check CHECK (litres >= 0)`,
    named: ['constraint batches_litres_check of batches: definition'],
  },
  'an enum has one more value': {
    sql: `ALTER TABLE batches DROP CONSTRAINT batches_state_check, ADD CONSTRAINT batches_state_check
      CHECK (state IN ('planned', 'boiling', 'fermenting', 'bottled', 'poured_away', 'drunk'))`,
    named: ['constraint batches_state_check of batches: definition'],
  },
  'a check is dropped': {
    sql: 'ALTER TABLE batches DROP CONSTRAINT batches_ref_id_check',
    named: ['constraint batches_ref_id_check of batches: missing'],
  },
  'one more check refuses more': {
    sql: 'ALTER TABLE batches ADD CONSTRAINT small CHECK (litres < 10)',
    named: ['constraint small of batches: not in the spec'],
  },
  'an index is dropped': {
    sql: 'DROP INDEX batches_brewery_id_state_created_on_where_state_idx',
    named: ['index batches_brewery_id_state_created_on_where_state_idx of batches: missing'],
  },
  'an index has another predicate': {
    sql: `DROP INDEX brewers_brewery_id_email_key; CREATE UNIQUE INDEX brewers_brewery_id_email_key ON brewers (brewery_id, email)
      WHERE deleted_on IS NULL AND email <> ''`,
    named: ['index brewers_brewery_id_email_key of brewers: definition'],
  },
  'a unique index is an ordinary one': {
    sql: `DROP INDEX brewers_brewery_id_email_key; CREATE INDEX brewers_brewery_id_email_key ON brewers (brewery_id, email)
      WHERE deleted_on IS NULL`,
    named: ['index brewers_brewery_id_email_key of brewers: definition'],
  },
  'an index has another order': {
    sql: `DROP INDEX batches_brewery_id_state_created_on_where_state_idx; CREATE INDEX batches_brewery_id_state_created_on_where_state_idx
      ON batches (brewery_id, state, created_on) WHERE state = 'boiling'`,
    named: ['index batches_brewery_id_state_created_on_where_state_idx of batches: definition'],
  },
  'nulls are distinct in an index': {
    sql: `DROP INDEX recipes_brewery_id_title_key; CREATE UNIQUE INDEX recipes_brewery_id_title_key ON recipes (brewery_id, title)
      WHERE deleted_on IS NULL`,
    named: ['index recipes_brewery_id_title_key of recipes: definition'],
  },
  'an index was left unfinished': {
    sql: `UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'brewers_brewery_id_email_key'::regclass`,
    named: ['index brewers_brewery_id_email_key of brewers: state'],
  },
  'one more index is kept up to date': {
    sql: 'CREATE INDEX more ON bottles (created_on)',
    named: ['index more of bottles: not in the spec'],
  },
}
