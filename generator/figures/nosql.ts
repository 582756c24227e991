import type { Field } from '../model/field.ts'
import { inMongo, type MongoEntity, objectsOf, valueTypeNamed } from '../model/lookup.ts'
import { recalling } from '../model/memory/recalling.ts'
import { indexing } from '../model/memory/traced-maps.ts'
import type { Model } from '../model/model.ts'
import { limits } from '../print/mermaid/diagram.ts'
import type { ErDiagram, ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { append } from './append.ts'
import { bestDirection, extents, isLegible } from './extent.ts'
import { type Figure, figureOf, partPaths, partTitle } from './figure.ts'
import { inParts, type Weight } from './in-parts.ts'
import { legible } from './legible.ts'
import { collectionBox, objectBox, pathText, tableBox, valueTypeBox } from './nosql-boxes.ts'
import { linesOfCollection, outsideName } from './nosql-lines.ts'
import { weightOf } from './sql-entity.ts'

/** The collections with their fields and embedded shapes; tables and objects they refer to, by dashed lines. */
export function nosqlFigures(model: Model): readonly Figure[] {
  const entities = inMongo(model)
  const outside = outsideBoxes(model)
  return recalled(model, 'all', entities, () => collectionFigures(model, entities, outside))
}

const recalled = recalling<readonly Figure[]>()

function collectionFigures(
  model: Model,
  entities: readonly MongoEntity[],
  outside: ReadonlyMap<string, ErEntity>,
): readonly Figure[] {
  const drawn = new Map<string, Drawn>()
  const weights = new Map<string, Weight>()
  const related = new Map<string, string[]>()
  for (const entity of entities) {
    const box = collectionBox(model, entity, 'where they lead')
    const relations = linesOfCollection(model, entity).slice(0, limits.edges - 1)
    const embedded = embeddedIn(model, entity)
    drawn.set(box.name, { entity, box, relations, embedded })
    weights.set(box.name, totalWeight(box, relations, embedded))
  }
  for (const [name, { relations }] of drawn) {
    for (const { from, to } of relations) {
      const other = from === name ? to : from
      if (!drawn.has(other)) continue
      append(related, name, other)
      append(related, other, name)
    }
  }
  const parts = inParts([...drawn.keys()], related, weights, {
    things: legible.collections,
    characters: limits.characters - 1_500,
    edges: limits.edges,
    legible: (names) => {
      const members = names.flatMap((name) => drawn.get(name) ?? [])
      const { boxes, relations } = contentsOf(members, drawn, outside)
      const size = extents(boxes, relations)
      return isLegible(size.LR) || isLegible(size.TB)
    },
  })
  const paths = partPaths('nosql/collections', parts.length)
  return parts.map((names, index) => {
    const members = names.flatMap((name) => drawn.get(name) ?? [])
    const { boxes, relations } = contentsOf(members, drawn, outside)
    const own = new Set(members.map(({ entity }) => entity.name))
    const collections = boxes.flatMap(({ name }) => drawn.get(name) ?? [])
    const touched = collections.filter(({ entity }) => !own.has(entity.name))
    return figureOf(
      paths[index] ?? '',
      diagramOf(partTitle('Collections', index, parts.length), boxes, relations),
      [...own],
      touched.map(({ entity }) => entity.name),
    )
  })
}

interface Drawn {
  readonly entity: MongoEntity
  readonly box: ErEntity
  readonly relations: readonly ErRelation[]
  readonly embedded: Embedded
}

interface Embedded {
  readonly boxes: readonly ErEntity[]
  readonly relations: readonly ErRelation[]
}

/** The boxes and lines of one diagram: its collections, what is embedded in them, and what their lines lead to. */
function contentsOf(
  members: readonly Drawn[],
  all: ReadonlyMap<string, Drawn>,
  outside: ReadonlyMap<string, ErEntity>,
): { readonly boxes: readonly ErEntity[]; readonly relations: readonly ErRelation[] } {
  const boxes = new Map<string, ErEntity>(members.map(({ box }) => [box.name, box]))
  const relations = new Map<string, ErRelation>()
  for (const { embedded } of members) for (const box of embedded.boxes) boxes.set(box.name, box)
  for (const member of members) {
    for (const line of [...member.embedded.relations, ...member.relations]) {
      // Two collections that share an embedded shape share the lines below it; a line between two collections is said by both.
      relations.set(`${line.from} ${line.to} ${line.label}`, line)
      for (const end of [line.from, line.to]) {
        if (boxes.has(end)) continue
        const box = outside.get(end) ?? closed(all.get(end)?.box)
        if (box !== undefined) boxes.set(end, box)
      }
    }
  }
  return { boxes: [...boxes.values()], relations: [...relations.values()] }
}

function diagramOf(title: string, boxes: readonly ErEntity[], relations: readonly ErRelation[]): ErDiagram {
  return {
    kind: 'er',
    title,
    notes: [
      'Green: collections; light green: shapes embedded in them; blue: tables; orange: objects.',
      'Dashed: a reference that no database checks. Not drawn: tenants, and users kept for the books.',
    ],
    direction: bestDirection(boxes, relations),
    entities: boxes,
    relations,
  }
}

/** A collection of another part: its key only. */
function closed(box: ErEntity | undefined): ErEntity | undefined {
  return box === undefined ? undefined : { ...box, class: 'outside', attributes: box.attributes.slice(0, 1) }
}

/** The tables and objects that a collection may have a line to, by the names of their boxes. */
const outsideBoxes = indexing<ErEntity>((model) => {
  const boxes = new Map<string, ErEntity>()
  for (const entity of model.entities) {
    if (entity.postgres === undefined) continue
    const box = tableBox(entity.postgres)
    boxes.set(box.name, box)
  }
  for (const { entity, object } of objectsOf(model)) {
    const name = outsideName.object(entity.name, object.name)
    boxes.set(name, objectBox(name, pathText(object)))
  }
  return boxes
})

/** The shapes embedded in a collection, at any depth, each once. A shape cannot contain itself, but many can share one. */
function embeddedIn(model: Model, entity: MongoEntity): Embedded {
  const boxes = new Map<string, ErEntity>()
  const relations: ErRelation[] = []
  const waiting: { readonly name: string; readonly fields: readonly Field[] }[] = [
    { name: entity.mongo.collection.text, fields: entity.mongo.fields },
  ]
  for (let at = 0; at < waiting.length; at += 1) {
    const holder = waiting[at]
    for (const field of holder?.fields ?? []) {
      if (holder === undefined || field.type.kind !== 'value') continue
      const box = valueTypeBox(valueTypeNamed(model, field.type.valueType))
      relations.push({
        from: holder.name,
        fromCardinality: 'one',
        to: box.name,
        toCardinality: field.list ? 'many' : field.optional ? 'zero or one' : 'one',
        line: 'solid',
        label: field.physical.text,
      })
      if (boxes.has(box.name)) continue
      boxes.set(box.name, box)
      waiting.push({ name: box.name, fields: valueTypeNamed(model, field.type.valueType).fields })
    }
  }
  return { boxes: [...boxes.values()], relations }
}

function totalWeight(box: ErEntity, relations: readonly ErRelation[], embedded: Embedded): Weight {
  const own = weightOf(box, [...relations, ...embedded.relations])
  const inner = embedded.boxes.reduce((sum, inside) => sum + weightOf(inside, []).characters, 0)
  return { characters: own.characters + inner + relations.length * 260, edges: own.edges }
}
