import type { mongo } from 'mongoose'
import type { RoleDescription } from './description.ts'
import { type Fact, factOf, shown } from './fact.ts'

/** A role as the server tells it. */
export interface FoundRole {
  readonly privileges: readonly FoundPrivilege[]
  /** Roles whose rights it has, too. */
  readonly roles: readonly unknown[]
}

export interface FoundPrivilege {
  readonly resource: { readonly db?: string; readonly collection?: string }
  readonly actions: readonly string[]
}

/** Nothing where there is no such role. @throws what the driver throws where the server does not tell. */
export async function readRole(db: mongo.Db, name: string): Promise<FoundRole | undefined> {
  const { databaseName } = db
  const answer = await db.command({ rolesInfo: { role: name, db: databaseName }, showPrivileges: true })
  const { roles: listed = [] } = answer as { readonly roles?: readonly Partial<FoundRole>[] }
  const [found] = listed
  return found && { privileges: found.privileges ?? [], roles: found.roles ?? [] }
}

/** In what a role differs: `missing` are collections of which it knows nothing. */
export interface RoleComparison {
  readonly missing: readonly Fact[]
  readonly differing: readonly Fact[]
}

export function compareRole(description: RoleDescription, found: FoundRole, database: string): RoleComparison {
  const isOurs = ({ resource }: FoundPrivilege): boolean =>
    resource.db === database && typeof resource.collection === 'string' && resource.collection !== ''
  const held = new Map<string, readonly string[]>()
  for (const { resource, actions } of found.privileges.filter(isOurs)) {
    held.set(resource.collection ?? '', [...(held.get(resource.collection ?? '') ?? []), ...actions])
  }
  const wanted = new Map(description.privileges.map(({ collection, actions }) => [collection, actions]))
  const facts = [...new Set([...wanted.keys(), ...held.keys()])].flatMap((collection) =>
    factOf(`rights in ${collection}`, actionsText(wanted.get(collection)), actionsText(held.get(collection))),
  )
  const elsewhere = found.privileges.filter((privilege) => !isOurs(privilege))
  return {
    missing: facts.filter((fact) => fact.found === undefined),
    differing: [
      ...facts.filter((fact) => fact.found !== undefined),
      ...elsewhere.map(({ resource, actions }) => ({
        fact: 'rights elsewhere',
        found: shown({ resource, actions }),
      })),
      ...found.roles.map((role) => ({ fact: 'rights of another role', found: shown(role) })),
    ],
  }
}

function actionsText(actions: readonly string[] | undefined): string | undefined {
  return actions === undefined ? undefined : [...new Set(actions)].sort().join(', ')
}
