import { Binary } from 'bson'
import { roleId } from '../auth/roles.ts'
import { parseClientFirst, ScramConversation } from '../auth/scram.ts'
import { type User, userId } from '../auth/users.ts'
import { type BsonDocument, isBinary, isDocument, isNumber } from '../bson/value.ts'
import type { ServerState } from '../server/state.ts'
import { badValue, refuse, refuseLocation } from '../server-error.ts'
import type { Arguments } from './arguments.ts'
import type { Command, Invocation } from './command.ts'
import { parseRoleNames } from './role-names.ts'

function createUser({ server, args, database }: Invocation): BsonDocument {
  const name = args.text('createUser')
  if (server.users.find(database, name) !== undefined) {
    refuseLocation(51003, `User "${name}@${database}" already exists`)
  }
  const roles = parseRoleNames(args.array('roles'), database, server.roles)
  server.users.add(database, name, args.text('pwd'), roles)
  return {}
}

/** Gives a user other roles, or another password. */
function updateUser({ server, args, database }: Invocation): BsonDocument {
  const user = theUser(server, database, args.text('updateUser'))
  if (!args.has('pwd') && !args.has('roles')) {
    badValue('Must specify at least one field to update in updateUser')
  }
  const roles = args.has('roles') ? parseRoleNames(args.array('roles'), database, server.roles) : user.roles
  if (args.has('pwd')) server.users.add(database, user.name, args.text('pwd'), roles)
  else server.users.set({ ...user, roles })
  return {}
}

function grantRoles({ server, args, database }: Invocation): BsonDocument {
  const user = theUser(server, database, args.text('grantRolesToUser'))
  const granted = parseRoleNames(args.array('roles'), database, server.roles)
  const roles = new Map([...user.roles, ...granted].map((name) => [roleId(name), name]))
  server.users.set({ ...user, roles: [...roles.values()] })
  return {}
}

function dropUser({ server, args, database }: Invocation): BsonDocument {
  const user = theUser(server, database, args.text('dropUser'))
  server.users.drop(database, user.name)
  return {}
}

function dropAllUsers({ server, database }: Invocation): BsonDocument {
  const users = server.users.all.filter((user) => user.database === database)
  for (const { name } of users) server.users.drop(database, name)
  return { n: users.length }
}

function theUser({ users }: ServerState, database: string, name: string): User {
  return users.find(database, name) ?? refuse(11, 'UserNotFound', `User '${name}@${database}' not found`)
}

function usersInfo({ server, args, database }: Invocation): BsonDocument {
  const asked = args.value('usersInfo')
  const name = isDocument(asked) ? asked.user : asked
  const users = server.users.all.filter((user) => user.database === database && (isNumber(name) || user.name === name))
  return { users: users.map(describe) }
}

function describe({ database, name, roles }: User): BsonDocument {
  return { _id: userId(database, name), user: name, db: database, roles, mechanisms: ['SCRAM-SHA-256'] }
}

function connectionStatus({ client }: Invocation): BsonDocument {
  const { user } = client
  return {
    authInfo: {
      authenticatedUsers: user === undefined ? [] : [{ user: user.name, db: user.database }],
      authenticatedUserRoles: user?.roles ?? [],
    },
  }
}

function saslStart({ server, args, client, database }: Invocation): BsonDocument {
  const first = parseClientFirst(payload(args))
  const user = first === undefined ? undefined : server.users.find(database, first.user)
  if (args.value('mechanism') !== 'SCRAM-SHA-256' || first === undefined || user === undefined) return denied()
  const scram = new ScramConversation(user.credential, first)
  client.conversation = { user, scram }
  return { conversationId: 1, done: false, payload: binary(scram.serverFirst) }
}

function saslContinue({ args, client }: Invocation): BsonDocument {
  const { conversation } = client
  // A driver may end an authentication that has succeeded with an empty exchange.
  if (conversation === undefined) {
    return client.user === undefined
      ? refuse(17, 'ProtocolError', 'No SASL session state found')
      : { conversationId: 1, done: true, payload: binary('') }
  }
  delete client.conversation
  const last = conversation.scram.finish(payload(args))
  if (last === undefined) return denied()
  client.user = conversation.user
  return { conversationId: 1, done: true, payload: binary(last) }
}

function denied(): never {
  return refuse(18, 'AuthenticationFailed', 'Authentication failed.')
}

function payload(args: Arguments): string {
  const value = args.value('payload')
  return isBinary(value) ? Buffer.from(value.value()).toString('utf8') : ''
}

const binary = (text: string): Binary => new Binary(Buffer.from(text))

export const userCommands: readonly Command[] = [
  { name: 'createUser', run: createUser },
  { name: 'updateUser', run: updateUser },
  { name: 'grantRolesToUser', run: grantRoles },
  { name: 'dropUser', run: dropUser },
  { name: 'dropAllUsersFromDatabase', run: dropAllUsers },
  { name: 'usersInfo', run: usersInfo },
  { name: 'connectionStatus', run: connectionStatus, isPublic: true },
  { name: 'saslStart', run: saslStart, isPublic: true },
  { name: 'saslContinue', run: saslContinue, isPublic: true },
]
