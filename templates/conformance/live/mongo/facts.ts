import type { CollectionFact, FieldFact, TenancyFacts, ValueTypeFact } from '../../expected/facts.ts'

/** What the spec demands of MongoDB. */
export interface MongoFacts {
  readonly collections: readonly CollectionFact[]
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly valueTypes: readonly ValueTypeFact[]
  readonly tenancy: TenancyFacts
}

/** A collection with what is asked of it again and again. */
export interface Collection extends CollectionFact {
  readonly byField: ReadonlyMap<string, FieldFact>
  readonly tenant?: FieldFact
  /** What is empty in a live document. */
  readonly deletedOn?: FieldFact
}

/** The facts, ready for look-ups. */
export interface Spec {
  readonly facts: MongoFacts
  readonly collections: readonly Collection[]
  readonly valueTypes: ReadonlyMap<string, ValueTypeFact>
}

export function specOf(facts: MongoFacts): Spec {
  return {
    facts,
    collections: facts.collections.map((fact) => collectionOf(fact)),
    valueTypes: new Map(facts.valueTypes.map((type) => [type.name, type])),
  }
}

function collectionOf(fact: CollectionFact): Collection {
  const tenant = fact.fields.find(({ role }) => role === 'tenant')
  const deletedOn = fact.fields.find(({ role, type }) => role === 'soft_delete' && type === 'timestamp')
  return {
    ...fact,
    byField: new Map(fact.fields.map((field) => [field.name, field])),
    ...(tenant === undefined ? {} : { tenant }),
    ...(deletedOn === undefined ? {} : { deletedOn }),
  }
}

/** @throws Error where the collection has no such field */
export function fieldOf({ byField, collection }: Collection, name: string): FieldFact {
  const fact = byField.get(name)
  if (fact === undefined) throw new Error(`${collection} has no field ${name}`)
  return fact
}

/** Whether its documents never change: a part that is not the record of truth is a version, replaced by another. */
export function isWrittenOnce({ appendOnly, root }: CollectionFact): boolean {
  return appendOnly === true || !root
}

/** Whether a field never changes once a document is made. */
export function keepsValue({ immutable, role, key }: FieldFact): boolean {
  return immutable === true || role === 'tenant' || key !== undefined
}
