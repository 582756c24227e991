import { type RoleName, type Roles, roleId } from '../auth/roles.ts'
import { type BsonValue, isDocument } from '../bson/value.ts'
import { badValue, refuse } from '../server-error.ts'

/** A role as a command names it: by its name in the same database, or by both. */
export function parseRoleName(given: BsonValue, database: string): RoleName {
  if (typeof given === 'string' && given !== '') return { role: given, db: database }
  if (isDocument(given) && typeof given.role === 'string' && typeof given.db === 'string') {
    return { role: given.role, db: given.db }
  }
  return badValue('a role must be a name or a document with role and db')
}

/** @throws ServerError 31 for a role that is not there */
export function parseRoleNames(given: readonly BsonValue[], database: string, roles: Roles): readonly RoleName[] {
  return given.map((one) => {
    const name = parseRoleName(one, database)
    return roles.exists(name) ? name : roleNotFound(name)
  })
}

export function roleNotFound(name: RoleName): never {
  return refuse(31, 'RoleNotFound', `Could not find role: ${name.role}@${name.db} (${roleId(name)})`)
}
