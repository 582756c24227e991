import { specOf } from '../../../../templates/conformance/live/postgres/facts.ts'
import { identifier } from '../../../../templates/conformance/live/postgres/sql.ts'
import type { LiveSuite } from './live-suite.ts'
import type { Mechanism } from './mechanisms.ts'

/**
 * What must be true of the roles, and of what belongs to no table. Taken away within a transaction it is so for nobody
 * else on the server, though roles belong to all databases.
 */
export function roleMechanisms(suite: LiveSuite): readonly Mechanism[] {
  const { roles, tables, isolates } = specOf(suite.facts)
  if (roles === undefined) return []
  const role = { app: identifier(roles.app), system: identifier(roles.system), owner: identifier(roles.owner) }
  const finders = tables.flatMap(({ entity, fields }) =>
    fields.flatMap(({ finder }) => (finder === undefined ? [] : [{ entity, finder: `stowage.${identifier(finder)}` }])),
  )
  const general = (name: string, removal: string): Mechanism => ({
    name,
    entities: [],
    isGeneral: true,
    removal,
    guarantees: ['roles'],
  })
  return [
    general('the application bypasses policies', `ALTER ROLE ${role.app} BYPASSRLS`),
    general('the application is a superuser', `ALTER ROLE ${role.app} SUPERUSER`),
    general('the owner bypasses policies', `ALTER ROLE ${role.owner} BYPASSRLS`),
    general('the system makes roles', `ALTER ROLE ${role.system} CREATEROLE`),
    general('the application can be the system', `GRANT ${role.system} TO ${role.app}`),
    general('the application can be the owner', `GRANT ${role.owner} TO ${role.app}`),
    general('the application makes tables', `GRANT CREATE ON SCHEMA public TO ${role.app}`),
    general('everybody makes tables among what guards', 'GRANT CREATE ON SCHEMA stowage TO PUBLIC'),
    general('the application turns triggers off', `GRANT SET ON PARAMETER session_replication_role TO ${role.app}`),
    general('the backup writes', `GRANT DELETE ON ALL TABLES IN SCHEMA public TO ${identifier(roles.backup)}`),
    ...finders.flatMap(({ entity, finder }): readonly Mechanism[] => {
      const ofFinder = (name: string, statement: string): Mechanism => ({
        name: `${finder} ${name}`,
        entities: [entity],
        removal: statement,
        guarantees: ['look-ups'],
      })
      return [
        // Where no policy hides rows, it makes no difference whose rights are used.
        ...(isolates
          ? [
              ofFinder(
                'searches with the rights of whoever asks',
                withSignature('ALTER FUNCTION %s SECURITY INVOKER', finder),
              ),
            ]
          : []),
        ofFinder('is not for the application', withSignature(`REVOKE EXECUTE ON FUNCTION %s FROM ${role.app}`, finder)),
      ]
    }),
  ]
}

/** A statement in which `%s` stands for the function with the types of what it takes. */
function withSignature(statement: string, name: string): string {
  const text = `SELECT format('${statement}', oid::regprocedure) FROM pg_proc WHERE oid = '${name}'::regproc`
  return `DO $$ BEGIN EXECUTE (${text}); END $$`
}
