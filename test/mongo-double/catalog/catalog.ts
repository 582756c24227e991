import { refuse } from '../server-error.ts'
import { Collection } from './collection.ts'
import { checkCollectionName, type Namespace, namespaceText } from './namespace.ts'

/** All databases and their collections. A database is there as long as it holds a collection. */
export class Catalog {
  readonly #databases = new Map<string, Map<string, Collection>>()

  /** @throws ServerError 73 for a name that no collection can have */
  find(database: string, name: string): Collection | undefined {
    return this.#databases.get(database)?.get(checkCollectionName(name))
  }

  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.add(new Collection({ database, collection: name }))
  }

  /** Puts a collection under its name, in the place of what was there. */
  add(collection: Collection): Collection {
    const { database, collection: name } = collection.namespace
    checkCollectionName(name)
    const collections = this.#databases.get(database) ?? new Map<string, Collection>()
    collections.set(name, collection)
    this.#databases.set(database, collections)
    return collection
  }

  drop(collection: Collection): void {
    const { database, collection: name } = collection.namespace
    const collections = this.#databases.get(database)
    if (collections?.get(name) !== collection) return
    collections.delete(name)
    if (collections.size === 0) this.#databases.delete(database)
  }

  dropDatabase(database: string): boolean {
    return this.#databases.delete(database)
  }

  /** @throws ServerError 48 where the new name is taken and may not be overwritten */
  rename(collection: Collection, to: Namespace, dropTarget: boolean): void {
    const target = this.find(to.database, to.collection)
    if (target === collection) refuse(20, 'IllegalOperation', "Can't rename a collection to itself")
    if (target !== undefined && !dropTarget) namespaceExists('target namespace exists')
    this.drop(collection)
    collection.namespace = to
    this.add(collection)
  }

  databases(): readonly string[] {
    return [...this.#databases.keys()]
  }

  collectionsOf(database: string): readonly Collection[] {
    return [...(this.#databases.get(database)?.values() ?? [])]
  }

  *all(): Iterable<Collection> {
    for (const collections of this.#databases.values()) yield* collections.values()
  }
}

function namespaceExists(message: string): never {
  return refuse(48, 'NamespaceExists', message)
}

export function alreadyExists(namespace: Namespace): never {
  return namespaceExists(`Collection ${namespaceText(namespace)} already exists.`)
}
