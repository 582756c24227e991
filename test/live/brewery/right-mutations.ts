import type { Mutation } from './mutation.ts'

/** What gives roles more than they should have, or less. */
export const rightMutations: Readonly<Record<string, Mutation>> = {
  'the application bypasses policies': {
    sql: 'ALTER ROLE brewery_app BYPASSRLS',
    named: ['role brewery_app: bypasses row level security'],
    undo: 'ALTER ROLE brewery_app NOBYPASSRLS',
  },
  'the application is a superuser': {
    sql: 'ALTER ROLE brewery_app SUPERUSER',
    named: ['role brewery_app: superuser'],
    undo: 'ALTER ROLE brewery_app NOSUPERUSER',
  },
  'the application makes roles': {
    sql: 'ALTER ROLE brewery_app CREATEROLE',
    named: ['role brewery_app: makes roles'],
    undo: 'ALTER ROLE brewery_app NOCREATEROLE',
  },
  'the application may take on the system role': {
    sql: 'GRANT brewery_system TO brewery_app',
    named: ['role brewery_app: member of'],
    undo: 'REVOKE brewery_system FROM brewery_app',
  },
  'backups hold no rows': {
    sql: 'ALTER ROLE brewery_backup NOBYPASSRLS',
    named: ['role brewery_backup: bypasses row level security'],
    undo: 'ALTER ROLE brewery_backup BYPASSRLS',
  },
  'everybody reads a table': {
    sql: 'GRANT SELECT ON malts TO PUBLIC',
    named: ['table malts: rights of PUBLIC'],
  },
  'the application empties a table': {
    sql: 'GRANT TRUNCATE ON batches TO brewery_app',
    named: ['table batches: rights of brewery_app'],
  },
  'the application changes what is append-only': {
    sql: 'GRANT UPDATE ON readings TO brewery_app',
    named: ['table readings: rights of brewery_app'],
  },
  'the application passes its rights on': {
    sql: 'GRANT SELECT ON batches TO brewery_app WITH GRANT OPTION',
    named: ['table batches: rights of brewery_app'],
  },
  'the application may no longer read': {
    sql: 'REVOKE SELECT ON batches FROM brewery_app',
    named: ['table batches: rights of brewery_app'],
  },
  'the application changes one column of what is shared': {
    sql: 'GRANT UPDATE (name) ON malts TO brewery_app',
    named: ['column name of malts: rights of brewery_app'],
  },
  'a table has another owner': {
    sql: 'ALTER TABLE bottles OWNER TO CURRENT_USER',
    named: ['table bottles: owner'],
  },
  'everybody calls a function': {
    sql: 'GRANT EXECUTE ON FUNCTION stowage.find_brewers_by_email(text) TO PUBLIC',
    named: ['function stowage.find_brewers_by_email(text): rights of PUBLIC'],
  },
  'everybody makes things beside the functions': {
    sql: 'GRANT CREATE, USAGE ON SCHEMA stowage TO PUBLIC',
    named: ['schema stowage: rights of PUBLIC'],
  },
  'everybody makes tables': {
    sql: 'GRANT CREATE ON SCHEMA public TO PUBLIC',
    named: ['schema public: rights of PUBLIC'],
  },
  'the application may not look into the schema': {
    sql: 'REVOKE USAGE ON SCHEMA stowage FROM brewery_app',
    named: ['schema stowage: rights of brewery_app'],
  },
}
