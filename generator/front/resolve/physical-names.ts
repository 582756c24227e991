import { changesBetween } from '../../base/recall/changes.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { PostgresPart } from '../../model/postgres.ts'

/** What shares a name with others of its kind, wherever they are declared. */
type Space = 'relations' | 'functions' | 'collections' | 'types'

/**
 * Counts the names that entities take in their stores, so that it is known from edit to edit whether any of them is taken
 * twice, without going through those of entities that stay as they were. Where one is, `reportPhysicalClashes` looks closer.
 */
export class PhysicalNames {
  readonly #counts: Readonly<Record<Space, Map<string, number>>> = {
    relations: new Map(),
    functions: new Map(),
    collections: new Map(),
    types: new Map(),
  }
  #repeated = 0
  /** Entities in which two things clash with each other. */
  readonly #atOdds = new Set<Entity>()
  #entities: readonly Entity[] = []

  /** Takes the entities as they are now, and tells whether two things may have one name. */
  turnTo(entities: readonly Entity[]): boolean {
    const { come, gone } = changesBetween(this.#entities, entities)
    this.#entities = entities
    for (const entity of gone) {
      this.#atOdds.delete(entity)
      eachName(entity, (space, name) => this.#release(this.#counts[space], name))
    }
    for (const entity of come) {
      if (clashesWithin(entity)) this.#atOdds.add(entity)
      eachName(entity, (space, name) => this.#take(this.#counts[space], name))
    }
    return this.#repeated > 0 || this.#atOdds.size > 0
  }

  #take(counts: Map<string, number>, name: string): void {
    const count = counts.get(name) ?? 0
    if (count > 0) this.#repeated += 1
    counts.set(name, count + 1)
  }

  #release(counts: Map<string, number>, name: string): void {
    const count = counts.get(name) ?? 0
    if (count > 1) {
      this.#repeated -= 1
      counts.set(name, count - 1)
    } else counts.delete(name)
  }
}

/** The names of an entity that nothing of another entity may have. */
function eachName({ mongo, name, postgres }: Entity, take: (space: Space, name: string) => void): void {
  take('types', name)
  if (postgres !== undefined) {
    const { functions, indexes, primaryKeyName, table, uniques, view } = postgres
    take('relations', table.text)
    take('relations', primaryKeyName.text)
    if (view !== undefined) take('relations', view.text)
    for (const index of indexes) take('relations', index.name.text)
    for (const unique of uniques) {
      take('relations', unique.name.text)
      if (unique.sharedName !== undefined) take('relations', unique.sharedName.text)
    }
    take('functions', functions.checkReferences.text)
    take('functions', functions.softDelete.text)
    for (const { finder } of postgres.fields) if (finder !== undefined) take('functions', finder.text)
  }
  if (mongo === undefined) return
  take('collections', mongo.collection.text)
  if (mongo.document !== name) take('types', mongo.document)
}

/** Whether two things of one entity have one name: columns, constraints, keys, indexes of a collection, members. */
function clashesWithin({ mongo, postgres }: Entity): boolean {
  return (
    (postgres !== undefined && (clashInFields(postgres) || clashInConstraints(postgres))) ||
    (mongo !== undefined && (clashInFields(mongo) || clashInIndexes(mongo)))
  )
}

/** Used again and again: most entities have names enough for a set, and no clash. */
const taken = new Set<string>()

function clashInFields({ fields, store }: PostgresPart | MongoPart): boolean {
  taken.clear()
  for (const { physical } of fields) taken.add(physical.text)
  if (taken.size < fields.length) return true
  taken.clear()
  let count = 0
  for (const field of fields) {
    taken.add(field.member)
    count += 1
    const member = store === 'postgres' ? relationMember(field) : undefined
    if (member === undefined) continue
    taken.add(member)
    count += 1
  }
  return taken.size < count
}

/** The member by which a row reaches what it refers to, where it has one of its own. */
export function relationMember({ member, relation }: Field): string | undefined {
  return relation === undefined || relation.bookkeeping || relation.member === member ? undefined : relation.member
}

function clashInConstraints({ fields, primaryKeyName, uniques }: PostgresPart): boolean {
  taken.clear()
  taken.add(primaryKeyName.text)
  let count = 1
  const take = (name: string): void => {
    taken.add(name)
    count += 1
  }
  for (const { full, name } of uniques) if (full) take(name.text)
  for (const { check, relation, type } of fields) {
    if (check !== undefined) take(check.text)
    if (relation !== undefined && type.kind === 'ref' && type.mode === 'foreign_key') take(relation.constraint.text)
  }
  return taken.size < count
}

function clashInIndexes({ indexes, uniques }: MongoPart): boolean {
  taken.clear()
  for (const { name } of uniques) taken.add(name.text)
  for (const { name } of indexes) taken.add(name.text)
  return taken.size < uniques.length + indexes.length
}
