import { toCase } from '../../base/casing.ts'
import type { RoleDescription } from '../../live/mongo/description.ts'
import { inMongo, type MongoEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { isWrittenOnce } from './written-once.ts'

/**
 * The role of the application: what it may do with the documents of each collection, and with the collections themselves
 * nothing. It has the name of the application's role in PostgreSQL, where the project has one.
 */
export function applicationRoleOf(model: Model): RoleDescription {
  return { name: applicationRoleName(model), privileges: inMongo(model).map(privilegeOf) }
}

export function applicationRoleName({ project: { name, tenancy } }: Model): string {
  return tenancy?.roles.app ?? `${toCase(name, 'snake_case')}_app`
}

/** What the application may do with the documents of one collection. */
export function privilegeOf(entity: MongoEntity): RoleDescription['privileges'][number] {
  return {
    collection: entity.mongo.collection.text,
    actions: [
      'find',
      'insert',
      ...(isWrittenOnce(entity) ? [] : (['update'] as const)),
      ...(entity.mongo.appendOnly ? [] : (['remove'] as const)),
    ],
  }
}
