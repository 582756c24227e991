import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import type { Model } from '../model/model.ts'
import type { MongoPart } from '../model/mongo.ts'
import type { ErAttribute, ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { legible } from './legible.ts'
import { boxName, type Contact, type Home } from './neighbour-lines.ts'
import { collectionBox, objectBox, pathText } from './nosql-boxes.ts'
import { outsideName } from './nosql-lines.ts'
import { hasMongo, hasPostgres } from './relations.ts'
import { fullTable, keysAndIndexes, keysOnly } from './sql-entity.ts'
import { documentType } from './type-words.ts'

/** Everything that an entity is kept in: its table, its collection, its objects. */
export function ownBoxes(model: Model, entity: Entity): readonly ErEntity[] {
  const boxes: ErEntity[] = []
  if (hasPostgres(entity)) {
    const narrow = entity.postgres.fields.length <= legible.columnsAmongNeighbours
    boxes.push(narrow ? fullTable(model, entity, 'meanings') : keysAndIndexes(model, entity, 'postgres'))
  }
  if (hasMongo(entity)) {
    const { attributes, class: colour } = collectionBox(model, entity, 'meanings')
    const most = legible.columnsAmongNeighbours
    const kept = attributes.length <= most ? attributes : indexedOnly(entity.mongo, attributes)
    boxes.push({ name: boxName({ entity, part: 'mongo' }), class: colour, attributes: kept })
  }
  for (const object of entity.s3?.objects ?? []) {
    boxes.push(objectBox(outsideName.object(entity.name, object.name), pathText(object)))
  }
  return boxes
}

function indexedOnly(mongo: MongoPart, attributes: readonly ErAttribute[]): readonly ErAttribute[] {
  const indexed = new Set([
    ...mongo.uniques.flatMap(({ fields }) => fields),
    ...mongo.indexes.flatMap(({ fields }) => fields.map(({ field }) => field)),
  ])
  const kept = new Set(mongo.fields.filter((field) => indexed.has(field.name) || leads(field)).map(physical))
  return attributes.filter(({ name }, index) => index === 0 || kept.has(name))
}

function leads({ type }: Field): boolean {
  return type.kind === 'ref' || type.kind === 'key'
}

function physical(field: Field): string {
  return field.physical.text
}

/** The lines within an entity: from its document to its row, and to its objects from what holds their keys. */
export function ownLines(entity: Entity): readonly ErRelation[] {
  const lines: ErRelation[] = []
  const { mongo, postgres } = entity
  if (postgres !== undefined && mongo !== undefined) {
    const pointer = postgres.fields.find(({ type }) => type.kind === 'part')
    lines.push({
      from: boxName({ entity, part: 'mongo' }),
      fromCardinality: pointer?.optional === true ? 'zero or one' : 'one',
      to: boxName({ entity, part: 'postgres' }),
      toCardinality: 'one',
      line: 'dashed',
      label: pointer?.physical.text ?? 'ref_id',
    })
  }
  for (const part of ['postgres', 'mongo'] as const) {
    for (const field of entity[part]?.fields ?? []) {
      if (field.type.kind !== 'key') continue
      lines.push({
        from: boxName({ entity, part }),
        fromCardinality: 'one',
        to: outsideName.object(entity.name, field.type.object),
        toCardinality: field.list ? 'many' : field.optional ? 'zero or one' : 'one',
        line: 'dashed',
        label: field.physical.text,
      })
    }
  }
  return lines
}

/** A neighbour by its key and by the fields that refer to the entity, once for each part of it that takes part. */
export function neighbourBox(contacts: readonly Contact[]): readonly ErEntity[] {
  const homes = new Map<string, { readonly home: Home; readonly fields: Map<string, Field> }>()
  for (const { field, holder, other, target } of contacts) {
    const name = boxName(other)
    const known = homes.get(name) ?? { home: other, fields: new Map<string, Field>() }
    homes.set(name, known)
    if (holder === other) known.fields.set(field.name, field)
    else if (target.part === 'postgres' && field.type.kind === 'ref' && field.type.holds === 'ref_id') {
      const id = other.entity.postgres?.fields.find(({ publicId }) => publicId)
      if (id !== undefined) known.fields.set(id.name, id)
    }
  }
  return [...homes].map(([name, { fields, home }]): ErEntity => {
    const { entity, part } = home
    if (part === 'postgres' && hasPostgres(entity)) return keysOnly(entity, 'postgres', new Set(fields.keys()))
    const referring = [...fields.values()].map(
      (field): ErAttribute => ({ type: documentType(field), name: field.physical.text, keys: [] }),
    )
    return { name, class: 'mongo', attributes: [{ type: 'objectId', name: '_id', keys: ['PK'] }, ...referring] }
  })
}
