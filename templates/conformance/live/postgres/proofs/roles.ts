import { type Claim, NotProvable } from '../../proof.ts'
import { attempt, demandRefusal, states } from '../attempt.ts'
import type { Spec, Table } from '../facts.ts'
import { asApp } from '../roles.ts'
import { nameOf, seenOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { identifier } from '../sql.ts'
import { demandSeen } from './looking.ts'
import { claimsOf, generalClaims, type Subject, type Try } from './subject.ts'

/** What roles may do beyond rows. */
export function proofsOfRoles(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  const { roles } = spec
  if (roles === undefined) return []
  const [first] = spec.tables
  return [
    ...generalClaims('roles', [
      ...(['owner', 'app', 'system'] as const).map((role) => isPlain(role, roles[role])),
      ...(roles.loader === undefined ? [] : [isPlain('loader', roles.loader), standsAlone('loader', roles.loader)]),
      standsAlone('application', roles.app),
      ...(first === undefined ? [] : [readsAll(first, roles.backup, spec), touchesNothing(first)]),
    ]),
    ...spec.tables.flatMap((table) => claimsOf(subject, table, 'roles', rightsOn(table))),
  ]
}

function isPlain(role: string, name: string): Try {
  return {
    name: `the ${role} role is no superuser and bypasses no policy`,
    prove: (session) =>
      session.transaction(async ({ db }) => {
        const { rows } = await db.query(
          `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS special
           FROM pg_roles WHERE rolname = $1`,
          [name],
        )
        if (rows[0] === undefined) throw new Error(`there is no role ${name}`)
        if (rows[0].special !== false) throw new Error(`${name} has a right that no policy stands up to`)
      }),
  }
}

function standsAlone(who: string, name: string): Try {
  return {
    name: `the ${who} can take on no other role`,
    prove: (session) =>
      session.transaction(async ({ db }) => {
        const { rows } = await db.query(
          `SELECT rolname FROM pg_roles WHERE rolname <> $1 AND pg_has_role($1, oid, 'MEMBER') ORDER BY rolname`,
          [name],
        )
        if (rows.length > 0) throw new Error(`${name} can be ${rows.map(({ rolname }) => rolname).join(', ')}`)
      }),
  }
}

function readsAll(table: Table, backup: string, spec: Spec): Try {
  return {
    name: 'the backup role reads all rows and writes none',
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const own = await session.maker.some(db, home, table.entity)
        const other = await session.maker.some(db, away, table.entity)
        const { rows } = await db.query('SELECT rolbypassrls AS all FROM pg_roles WHERE rolname = $1', [backup])
        if (rows[0]?.all !== true && spec.isolates) {
          throw new NotProvable(`only a superuser gives ${backup} BYPASSRLS, and nobody has`)
        }
        await db.query(`SET LOCAL ROLE ${identifier(backup)}`)
        await demandSeen(db, seenOf(table, [own, other]), table, [own, other], 'SELECT')
        demandRefusal(await attempt(db, [`DELETE FROM ${nameOf(table)}`]), { code: states.forbidden }, 'DELETE')
      }),
  }
}

function touchesNothing(table: Table): Try {
  const name = nameOf(table)
  const statements: readonly (readonly [what: string, text: string])[] = [
    ['turning triggers off', 'SET LOCAL session_replication_role = replica'],
    ['turning the triggers of a table off', `ALTER TABLE ${name} DISABLE TRIGGER ALL`],
    ['lifting the policies of a table', `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`],
    ['adding a policy', `CREATE POLICY conformance ON ${name} USING (true)`],
    [
      'adding a trigger',
      `CREATE TRIGGER conformance BEFORE INSERT ON ${name} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ],
    ['dropping a table', `DROP TABLE ${name} CASCADE`],
    ['making a table', 'CREATE TABLE public.conformance (id integer)'],
    ['making a table among what guards', 'CREATE TABLE stowage.conformance (id integer)'],
    ['making a function', `CREATE FUNCTION public.conformance() RETURNS integer LANGUAGE sql AS 'SELECT 1'`],
  ]
  return {
    name: 'the application changes nothing of what guards the rows',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        await asApp(db, session.spec, home.tenant)
        for (const [what, text] of statements)
          demandRefusal(await attempt(db, [text]), { code: states.forbidden }, what)
        const { rows } = await db.query(
          `SELECT relid::regclass::text AS name, privilege FROM (
             SELECT oid AS relid, relname FROM pg_class
             WHERE relnamespace = 'stowage'::regnamespace AND relkind IN ('r', 'p', 'v')
           ) AS own, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
           WHERE has_table_privilege(relid, privilege)
             -- Its own work on split records is the application's to write down.
             AND NOT (relname IN ('storage_intents', 'stored_objects') AND privilege IN ('INSERT', 'UPDATE', 'DELETE'))`,
        )
        if (rows.length > 0)
          throw new Error(`${rows.map((row) => `${row.privilege} of ${row.name}`).join(', ')} is allowed`)
      }),
  }
}

/** Beyond what a row's own rules say: rights that go past rows and policies. */
function rightsOn(table: Table): readonly Try[] {
  return [
    {
      name: 'nobody but the owner may empty it, refer to it or hang triggers on it, and PUBLIC may nothing',
      prove: (session) =>
        session.transaction(async ({ db }) => {
          const { owner: _, ...others } = session.spec.roles ?? {}
          const { rows } = await db.query(
            `SELECT role, privilege FROM unnest($2::text[]) AS role, unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
             WHERE has_table_privilege(role, $1, privilege)
             UNION ALL
             SELECT 'PUBLIC', acl.privilege_type FROM pg_class, aclexplode(relacl) AS acl
             WHERE oid = $1::regclass AND acl.grantee = 0`,
            [nameOf(table), Object.values(others)],
          )
          const given = rows.map((row) => `${row.privilege} to ${row.role}`)
          if (given.length > 0) throw new Error(`${table.table} gives ${given.join(', ')}`)
        }),
    },
  ]
}
