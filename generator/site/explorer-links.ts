import { type Link, linksOf } from '../figures/relations.ts'
import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import type { Model } from '../model/model.ts'
import type { RefType } from '../model/type.ts'
import type { ExplorerLink } from './explorer-graph.ts'
import { objectPart } from './explorer-parts.ts'

type StoredPart = 'postgres' | 'mongo'

/** What refers to what; not the tenants and the users kept for the books, whose lines would hide all others. */
export function explorerLinks(model: Model, ids: ReadonlyMap<string, string>): readonly ExplorerLink[] {
  const idOf = ({ name }: Entity): string => ids.get(name) ?? name
  return model.entities.flatMap((entity) =>
    (['postgres', 'mongo'] as const).flatMap((part): readonly ExplorerLink[] => {
      const stored = entity[part]
      if (stored === undefined) return []
      const from = idOf(entity)
      return [
        ...linksOf(model, stored).map((link) => reference(from, part, idOf(link.target), link)),
        ...stored.fields.flatMap((field) => within(entity, from, part, field)),
      ]
    }),
  )
}

function reference(
  from: string,
  fromPart: StoredPart,
  to: string,
  { field, relation, target, type }: Link,
): ExplorerLink {
  return {
    ...ends(from, fromPart, to, targetPart(target, type), field),
    kind: type.mode,
    many: relation.inverse?.single !== true,
  }
}

/** The part that a reference leads to: where what it holds is known. */
function targetPart({ mongo, postgres, s3 }: Entity, { holds, mode }: RefType): string {
  const document = mode === 'document' || holds === 'object_id' || postgres === undefined
  if (mongo !== undefined && document) return 'mongo'
  return postgres === undefined ? objectPart(s3?.objects[0]?.name ?? '') : 'postgres'
}

/** From one part of an entity to another: to its document, to its objects. */
function within(entity: Entity, id: string, part: StoredPart, field: Field): readonly ExplorerLink[] {
  switch (field.type.kind) {
    case 'part':
      return entity.mongo === undefined
        ? []
        : [{ ...ends(id, part, id, field.type.store, field), kind: 'pointer', many: true }]
    case 'key':
      return [{ ...ends(id, part, id, objectPart(field.type.object), field), kind: 'object', many: false }]
    default:
      return []
  }
}

function ends(
  from: string,
  fromPart: StoredPart,
  to: string,
  toPart: string,
  field: Field,
): Omit<ExplorerLink, 'kind' | 'many'> {
  const label = field.physical.text
  const { list, optional } = field
  // Field names of a part are unique: so is this.
  return { id: `${from}/${fromPart}/${label}`, from, fromPart, to, toPart, label, list, optional }
}
