import { parsePrivileges } from '../auth/privileges.ts'
import { type Role, type RoleName, type Roles, roleId } from '../auth/roles.ts'
import { type BsonDocument, isArray, isNumber } from '../bson/value.ts'
import { badValue, notImplemented, refuse, refuseLocation } from '../server-error.ts'
import { type Command, type Invocation, known } from './command.ts'
import { parseRoleName, parseRoleNames, roleNotFound } from './role-names.ts'

function createRole({ server, args, database }: Invocation): BsonDocument {
  const name = parseRoleName(args.text('createRole'), database)
  if (database === 'local') badValue('Cannot create roles in the local database')
  if (server.roles.isBuiltIn(name)) badValue('Cannot create roles with the same name as a built-in role')
  if (server.roles.find(name) !== undefined) refuseLocation(51002, `Role "${name.role}@${name.db}" already exists`)
  const privileges = parsePrivileges(args.documents('privileges'), database)
  const roles = parseRoleNames(args.array('roles'), database, server.roles)
  server.roles.set({ name, privileges, roles })
  return {}
}

function updateRole({ server, args, database }: Invocation): BsonDocument {
  const name = parseRoleName(args.text('updateRole'), database)
  const role = server.roles.find(name) ?? roleNotFound(name)
  if (!args.has('privileges') && !args.has('roles')) badValue('updateRole command has no fields to update')
  const changed: Role = {
    name,
    privileges: args.has('privileges') ? parsePrivileges(args.documents('privileges'), database) : role.privileges,
    roles: args.has('roles') ? parseRoleNames(args.array('roles'), database, server.roles) : role.roles,
  }
  if (server.roles.inherited(changed).some((inherited) => roleId(inherited) === roleId(name))) {
    refuse(49, 'InvalidRoleModification', `Granting roles to ${roleId(name)} would introduce a cycle in the role graph`)
  }
  server.roles.set(changed)
  return {}
}

function dropRole({ server, args, database }: Invocation): BsonDocument {
  const name = parseRoleName(args.text('dropRole'), database)
  if (server.roles.isBuiltIn(name)) {
    refuse(49, 'InvalidRoleModification', `${name.role}@${name.db} is a built-in role and cannot be modified`)
  }
  if (server.roles.find(name) === undefined) roleNotFound(name)
  server.roles.drop(name)
  server.users.revoke(name)
  return {}
}

function dropAllRoles({ server, database }: Invocation): BsonDocument {
  const roles = server.roles.of(database)
  for (const { name } of roles) {
    server.roles.drop(name)
    server.users.revoke(name)
  }
  return { n: roles.length }
}

function rolesInfo({ server, args, database }: Invocation): BsonDocument {
  const asked = args.value('rolesInfo')
  if (args.flag('showBuiltinRoles')) notImplemented('rolesInfo.showBuiltinRoles')
  const wanted = isNumber(asked)
    ? server.roles.of(database)
    : namesOf(asked, database).flatMap((name) => found(server.roles, name))
  return { roles: wanted.map((role) => describe(role, server.roles, args.flag('showPrivileges'))) }
}

function namesOf(asked: BsonDocument[string], database: string): readonly RoleName[] {
  return (isArray(asked) ? asked : [asked]).map((one) => parseRoleName(one, database))
}

function found(roles: Roles, name: RoleName): readonly Role[] {
  if (roles.isBuiltIn(name)) notImplemented(`rolesInfo of the built-in role ${name.role}`)
  const role = roles.find(name)
  return role === undefined ? [] : [role]
}

function describe(role: Role, roles: Roles, showsPrivileges: boolean): BsonDocument {
  const inheritedRoles = roles.inherited(role)
  const described = { _id: roleId(role.name), ...role.name, roles: role.roles, isBuiltin: false, inheritedRoles }
  if (!showsPrivileges) return described
  const inherited = inheritedRoles.flatMap((name) => found(roles, name)).flatMap(({ privileges }) => privileges)
  const { privileges } = role
  return { ...described, privileges, inheritedPrivileges: [...privileges, ...inherited] }
}

const described = ['privileges', 'roles', 'authenticationRestrictions'] as const

export const roleCommands: readonly Command[] = [
  { name: 'createRole', run: createRole, known: known('createRole', ...described) },
  { name: 'updateRole', run: updateRole, known: known('updateRole', ...described) },
  { name: 'dropRole', run: dropRole, known: known('dropRole') },
  { name: 'dropAllRolesFromDatabase', run: dropAllRoles, known: known('dropAllRolesFromDatabase') },
  {
    name: 'rolesInfo',
    run: rolesInfo,
    known: known('rolesInfo', 'showPrivileges', 'showBuiltinRoles', 'showAuthenticationRestrictions'),
  },
]
