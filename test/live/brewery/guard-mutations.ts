import type { Mutation } from './mutation.ts'

/** What keeps triggers, functions and life cycles from doing their work. */
export const guardMutations: Readonly<Record<string, Mutation>> = {
  'a trigger is dropped': {
    sql: 'DROP TRIGGER lifecycle_move ON batches',
    named: ['trigger lifecycle_move of batches: missing'],
  },
  'a trigger is disabled': {
    sql: 'ALTER TABLE batches DISABLE TRIGGER lifecycle_start',
    named: ['trigger lifecycle_start of batches: fires in'],
  },
  'a trigger can be switched off by a session': {
    sql: 'ALTER TABLE readings ENABLE TRIGGER append_only',
    named: [
      'trigger append_only of readings: fires in',
      ...['default', 'M', 'M', 'M', 'M'].map(
        (name) => `trigger append_only of partition stowage.readings_${name}: fires in`,
      ),
    ],
  },
  'a trigger looks at one column': {
    sql: `DROP TRIGGER lifecycle_move ON batches; CREATE TRIGGER lifecycle_move AFTER UPDATE OF state ON batches FOR EACH ROW
      WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION stowage.check_move_of_state('batches', 'state')`,
    named: ['trigger lifecycle_move of batches: definition'],
  },
  'a trigger fires on another condition': {
    sql: `CREATE OR REPLACE TRIGGER lifecycle_start AFTER INSERT ON batches FOR EACH ROW WHEN (NEW.state = 'bottled')
      EXECUTE FUNCTION stowage.refuse_start('batches', 'state', 'planned')`,
    named: ['trigger lifecycle_start of batches: definition'],
  },
  'one more trigger fires': {
    sql: `CREATE TRIGGER aa_more BEFORE INSERT ON bottles FOR EACH ROW EXECUTE FUNCTION stowage.keep_updated_on_revision()`,
    named: ['trigger aa_more of bottles: not in the spec'],
  },
  'a function does nothing': {
    sql: `CREATE OR REPLACE FUNCTION stowage.check_move_of_state() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS 'BEGIN RETURN NULL; END'`,
    named: ['function stowage.check_move_of_state(): body'],
  },
  'a function runs with its caller’s rights': {
    sql: 'ALTER FUNCTION stowage.batches_check_references() SECURITY INVOKER',
    named: ['function stowage.batches_check_references(): security'],
  },
  'a function searches where its caller says': {
    sql: 'ALTER FUNCTION stowage.batches_check_references() RESET search_path',
    named: ['function stowage.batches_check_references(): settings'],
  },
  'a function has another owner': {
    sql: 'ALTER FUNCTION stowage.ensure_partitions(integer) OWNER TO brewery_system',
    // Who owns it needs no right to call it, and whoever owned it keeps none.
    named: [
      'function stowage.ensure_partitions(integer): owner',
      'function stowage.ensure_partitions(integer): rights of brewery_system',
    ],
  },
  'a function of nobody’s lies among ours': {
    sql: `CREATE FUNCTION stowage.more() RETURNS void LANGUAGE sql AS ''; REVOKE ALL ON FUNCTION stowage.more() FROM PUBLIC`,
    named: ['function stowage.more(): not in the spec'],
  },
  'a rule swallows what is inserted': {
    sql: 'CREATE RULE swallow AS ON INSERT TO bottles DO INSTEAD NOTHING',
    named: ['rule swallow of bottles: not in the spec'],
  },
  'a move is added to a life cycle': {
    sql: `INSERT INTO stowage.lifecycle_moves VALUES ('batches', 'poured_away', 'bottled')`,
    named: ['table stowage.lifecycle_moves: row not in the spec'],
  },
  'a move is taken from a life cycle': {
    sql: `DELETE FROM stowage.lifecycle_moves WHERE to_state = 'boiling'`,
    named: ['table stowage.lifecycle_moves: row missing'],
  },
}
