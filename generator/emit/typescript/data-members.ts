import { toCase } from '../../base/casing.ts'
import { oncePer } from '../../base/once-per.ts'
import type { Entity } from '../../model/entity.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { NameTable } from './name-table.ts'

/**
 * What the data layer itself has where entities stand; `then` would make a promise of it, and the others are every
 * object's.
 */
const ofScopes = ['transaction', 'then', 'constructor', 'toString', 'valueOf', 'toJSON']

/** What a repository has beside the handles of objects. */
const ofRepositories = [
  ...['find', 'get', 'findFirst', 'findMany', 'count', 'aggregate', 'groupBy', 'distinct', 'page', 'search', 'watch'],
  ...['create', 'createMany', 'read', 'update', 'updateMany', 'delete', 'deleteMany', 'restore', 'purge', 'transition'],
  ...['withDeleted', 'schema', 'contentUrl', 'then', 'constructor', 'toString', 'valueOf', 'toJSON'],
]

/** What an entity is called in the client: `blogPost`; with a `_` more where that is taken. */
export function entityMember(model: Model, entity: string): string {
  const renamed = renamedMembers(model)
  return renamed.size === 0 ? wished(entity) : (renamed.get(entity) ?? wished(entity))
}

/** What the handle of an entity's object is called, and the object among the inputs: `contextFile`. */
export function objectMember(entity: Entity, object: string): string {
  return objectMembers(entity).get(object) ?? toCase(object, 'camelCase')
}

function wished(entity: string): string {
  return toCase(entity, 'camelCase')
}

/** The members of the entities that are not called as they wish. */
const renamedMembers = indexing((model) => {
  const names = new NameTable(ofScopes)
  const renamed = new Map<string, string>()
  for (const { name } of model.entities) {
    const member = names.claim(wished(name))
    if (member !== wished(name)) renamed.set(name, member)
  }
  return renamed
})

const objectMembers = oncePer(({ s3 }: Entity): ReadonlyMap<string, string> => {
  const names = new NameTable(ofRepositories)
  return new Map(s3?.objects.map(({ name }) => [name, names.claim(toCase(name, 'camelCase'))]))
})
