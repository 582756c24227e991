import { identityKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { failedToParse, notImplemented, refuse } from '../server-error.ts'

/** What a role may do to something: `{ resource: { db, collection }, actions: [...] }`. */
export interface Privilege extends BsonDocument {
  readonly resource: BsonDocument
  readonly actions: readonly string[]
}

/** Those that concern what the double has: documents, collections, indexes, users and roles. */
const knownActions: ReadonlySet<string> = new Set(
  [
    'anyAction bypassDocumentValidation changeStream collMod collStats compact convertToCapped createCollection',
    'createIndex createRole createUser dbHash dbStats dropCollection dropDatabase dropIndex dropRole dropUser',
    'enableProfiler find getParameter grantRole hostInfo indexStats insert killAnyCursor killCursors killop',
    'listCollections listDatabases listIndexes listSessions remove renameCollectionSameDB revokeRole serverStatus',
    'setParameter update validate viewRole viewUser',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Reads privileges as MongoDB keeps them: one for each resource, its actions in alphabetical order.
 *
 * @throws ServerError 9 for what is no privilege, 49 where a role of one database reaches beyond it
 */
export function parsePrivileges(given: readonly BsonDocument[], database: string): readonly Privilege[] {
  const byResource = new Map<string, Privilege>()
  for (const privilege of given) {
    const { resource, actions } = parsePrivilege(privilege)
    checkReach(resource, database)
    const key = identityKey(resource)
    const all = new Set([...(byResource.get(key)?.actions ?? []), ...actions])
    byResource.set(key, { resource, actions: [...all].sort() })
  }
  return [...byResource.values()]
}

function parsePrivilege({ resource, actions }: BsonDocument): Privilege {
  if (!isDocument(resource)) return failedToParse('privilege must have a resource of type object')
  if (!isArray(actions)) return failedToParse('privilege must have actions of type array')
  checkResource(resource)
  return { resource, actions: actions.map(parseAction) }
}

function checkResource({ db, collection, cluster, anyResource }: BsonDocument): void {
  const isOfDatabase = typeof db === 'string' && typeof collection === 'string'
  const kinds = [isOfDatabase, cluster === true, anyResource === true].filter(Boolean).length
  if (kinds !== 1) failedToParse('resource must have either both db and collection, or cluster, or anyResource')
}

function parseAction(action: BsonValue): string {
  if (typeof action !== 'string') return failedToParse('an action of a privilege must be of type string')
  return knownActions.has(action) ? action : notImplemented(`action ${action} of a privilege`)
}

function checkReach({ db }: BsonDocument, database: string): void {
  if (database === 'admin' || db === database) return
  refuse(
    49,
    'InvalidRoleModification',
    `Roles on the '${database}' database cannot be granted privileges that target other databases or the cluster`,
  )
}
