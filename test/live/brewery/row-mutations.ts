import type { Mutation } from './mutation.ts'

const own = `brewery_id = nullif(current_setting('app.tenant_id', true), '')::uuid`

/** What lets the rows of one tenant be seen by another. */
export const rowMutations: Readonly<Record<string, Mutation>> = {
  'a policy is dropped': {
    sql: 'DROP POLICY own_rows ON batches',
    named: ['policy own_rows of batches: missing'],
  },
  'a policy lets every row through': {
    sql: 'ALTER POLICY own_rows ON batches USING (true)',
    named: ['policy own_rows of batches: using'],
  },
  'a policy lets every row in': {
    sql: 'ALTER POLICY own_rows_insert ON recipes WITH CHECK (true)',
    named: ['policy own_rows_insert of recipes: with check'],
  },
  'a policy is for other roles': {
    sql: 'ALTER POLICY system_rows ON batches TO brewery_system, brewery_app',
    named: ['policy system_rows of batches: roles'],
  },
  'a policy is for everybody': {
    sql: 'ALTER POLICY own_rows ON bottles TO PUBLIC',
    named: ['policy own_rows of bottles: roles'],
  },
  'a policy is for another command': {
    sql: `DROP POLICY own_rows_delete ON recipes; CREATE POLICY own_rows_delete ON recipes FOR ALL TO brewery_app USING (${own})`,
    named: ['policy own_rows_delete of recipes: command'],
  },
  'a policy is restrictive': {
    sql: `DROP POLICY own_rows ON bottles; CREATE POLICY own_rows ON bottles AS RESTRICTIVE FOR ALL TO brewery_app USING (${own}) WITH CHECK (${own})`,
    named: ['policy own_rows of bottles: kind'],
  },
  'one more policy loosens the others': {
    sql: 'CREATE POLICY guests ON batches FOR SELECT TO brewery_app USING (true)',
    named: ['policy guests of batches: not in the spec'],
  },
  'row level security is off': {
    sql: 'ALTER TABLE batches DISABLE ROW LEVEL SECURITY',
    named: ['table batches: row level security'],
  },
  'the owner is not bound': {
    sql: 'ALTER TABLE batches NO FORCE ROW LEVEL SECURITY',
    named: ['table batches: row level security for the owner'],
  },
  'a view reads with its owner’s rights': {
    sql: 'ALTER VIEW live_batches RESET (security_invoker)',
    named: ['view live_batches: options'],
  },
  'a view shows deleted rows': {
    sql: 'CREATE OR REPLACE VIEW live_recipes WITH (security_invoker = true) AS SELECT * FROM recipes',
    named: ['view live_recipes: definition'],
  },
  'a view of somebody else shows all rows': {
    sql: 'CREATE VIEW all_batches AS SELECT litres FROM batches',
    named: ['view public.all_batches of batches: security_invoker'],
  },
  'a look-up tells more': {
    sql: `CREATE OR REPLACE FUNCTION stowage.find_brewers_by_email(wanted text) RETURNS TABLE(tenant_id uuid, ref_id character)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS 'SELECT brewery_id, ref_id FROM public.brewers'`,
    named: ['function stowage.find_brewers_by_email(text): body'],
  },
}
