import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { entityNamed, referencesTo } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { RefType } from '../model/type.ts'
import type { ErRelation } from '../print/mermaid/er-diagram.ts'
import { append } from './append.ts'
import { outsideName } from './nosql-lines.ts'
import { isTenant, linksOf } from './relations.ts'

/** A part of an entity that a reference begins or ends at. */
export interface Home {
  readonly entity: Entity
  readonly part: 'postgres' | 'mongo'
}

/** One reference between an entity and another one. */
export interface Contact {
  /** The other one; it holds the field where it refers to the entity, else it is what the entity refers to. */
  readonly other: Home
  readonly holder: Home
  readonly target: Home
  readonly field: Field
}

/**
 * The references of an entity to itself, and those between it and others by the others' names: first what it refers to,
 * then what refers to it from its own domain, then the rest. Those kept for the books are left out, and so is the tenant,
 * unless it is the tenant that is asked for.
 */
export function contactsOf(
  model: Model,
  entity: Entity,
): { readonly itself: readonly Contact[]; readonly others: ReadonlyMap<string, readonly Contact[]> } {
  const itself: Contact[] = []
  const others = new Map<string, Contact[]>()
  const add = (contact: Contact): void => {
    if (contact.other.entity === entity) itself.push(contact)
    else append(others, contact.other.entity.name, contact)
  }
  for (const part of ['postgres', 'mongo'] as const) {
    for (const { field, target, type } of linksOf(model, entity[part])) {
      const other = homeOf(target, type)
      add({ other, holder: { entity, part }, target: other, field })
    }
  }
  const isTenants = entity.name === model.project.tenancy?.entity
  const inward: Contact[] = []
  for (const { field, from, part } of referencesTo(model, entity.name)) {
    if (from === entity || field.type.kind !== 'ref') continue
    if (isTenant(model, field) ? !isTenants : field.relation?.bookkeeping === true) continue
    const holder = { entity: from, part }
    inward.push({ other: holder, holder, target: homeOf(entityNamed(model, field.type.entity), field.type), field })
  }
  for (const contact of inward) if (contact.other.entity.domain === entity.domain) add(contact)
  for (const contact of inward) if (contact.other.entity.domain !== entity.domain) add(contact)
  return { itself, others }
}

/** Where a reference ends: at the row, or at the document. */
function homeOf(entity: Entity, type: RefType): Home {
  const document = type.mode === 'document' || type.holds === 'object_id' || entity.postgres === undefined
  return { entity, part: document && entity.mongo !== undefined ? 'mongo' : 'postgres' }
}

/** The name of the box of a part: a table's own, a collection's with its store behind it. */
export function boxName({ entity, part }: Home): string {
  return part === 'postgres'
    ? (entity.postgres?.table.text ?? entity.name)
    : outsideName.collection(entity.mongo?.collection.text ?? entity.name)
}

export function lineOf({ field, holder, target }: Contact): ErRelation {
  return {
    from: boxName(target),
    fromCardinality: field.optional ? 'zero or one' : 'one',
    to: boxName(holder),
    toCardinality: field.relation?.inverse?.single === true ? 'zero or one' : 'many',
    line: field.type.kind === 'ref' && field.type.mode === 'foreign_key' ? 'solid' : 'dashed',
    label: field.physical.text,
  }
}
