import type { BsonDocument } from '../bson/value.ts'
import type { Privilege } from './privileges.ts'

/** A role is known by its name in a database. */
export interface RoleName extends BsonDocument {
  readonly role: string
  readonly db: string
}

export interface Role {
  readonly name: RoleName
  readonly privileges: readonly Privilege[]
  /** Whose privileges it has besides its own. */
  readonly roles: readonly RoleName[]
}

const builtInEverywhere: ReadonlySet<string> = new Set(['read', 'readWrite', 'dbAdmin', 'dbOwner', 'userAdmin'])
const builtInForAdmin: ReadonlySet<string> = new Set([
  'backup',
  'clusterAdmin',
  'clusterManager',
  'clusterMonitor',
  'dbAdminAnyDatabase',
  'enableSharding',
  'hostManager',
  'readAnyDatabase',
  'readWriteAnyDatabase',
  'restore',
  'root',
  'userAdminAnyDatabase',
])

export const roleId = ({ role, db }: RoleName): string => `${db}.${role}`

/** The roles that clients have made. They are kept and shown; nothing is allowed or refused by them. */
export class Roles {
  readonly #roles = new Map<string, Role>()

  find(name: RoleName): Role | undefined {
    return this.#roles.get(roleId(name))
  }

  exists(name: RoleName): boolean {
    return this.isBuiltIn(name) || this.#roles.has(roleId(name))
  }

  isBuiltIn({ role, db }: RoleName): boolean {
    return builtInEverywhere.has(role) || (db === 'admin' && builtInForAdmin.has(role))
  }

  of(database: string): readonly Role[] {
    return [...this.#roles.values()].filter(({ name }) => name.db === database)
  }

  set(role: Role): void {
    this.#roles.set(roleId(role.name), role)
  }

  /** Drops a role, and takes it from the roles that have its privileges. */
  drop(dropped: RoleName): void {
    this.#roles.delete(roleId(dropped))
    for (const role of this.#roles.values()) {
      this.set({ ...role, roles: role.roles.filter((name) => roleId(name) !== roleId(dropped)) })
    }
  }

  /** Every role whose privileges a role has, each once; its own is not among them. */
  inherited({ roles }: Role): readonly RoleName[] {
    const found = new Map<string, RoleName>()
    const open = [...roles]
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(roleId(name))) continue
      found.set(roleId(name), name)
      open.push(...(this.find(name)?.roles ?? []))
    }
    return [...found.values()]
  }
}
