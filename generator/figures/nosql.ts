import type { Field } from '../model/field.ts'
import { recallingRuns } from '../model/groups.ts'
import { type MongoEntity, valueTypeNamed } from '../model/lookup.ts'
import { recalling } from '../model/memory/recalling.ts'
import { indexing, tracedMaps } from '../model/memory/traced-maps.ts'
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
import { hasMongo, hasPostgres } from './relations.ts'
import { weightOf } from './sql-entity.ts'

const recalled = {
  drawn: recallingRuns<readonly Drawn[]>(),
  figures: recalling<readonly Figure[]>(),
}
const traced = tracedMaps<Drawn>()

/** The collections with their fields and embedded shapes; tables and objects they refer to, by dashed lines. */
export function nosqlFigures(model: Model): readonly Figure[] {
  const drawn = new Map<string, Drawn>()
  for (const run of recalled.drawn(model, [], (entities) => entities.filter(hasMongo).map((one) => draw(model, one)))) {
    for (const one of run) drawn.set(one.box.name, one)
  }
  const all = traced(model, drawn)
  const outside = outsideBoxes(model)
  return recalled.figures(model, 'all', [], () => collectionFigures(all, outside))
}

function draw(model: Model, entity: MongoEntity): Drawn {
  const box = collectionBox(model, entity, 'where they lead')
  const relations = linesOfCollection(model, entity).slice(0, limits.edges - 1)
  const embedded = embeddedIn(model, entity)
  const lines = [...embedded.relations, ...relations]
  return {
    entity: entity.name,
    box,
    closed: { ...box, class: 'outside', attributes: box.attributes.slice(0, 1) },
    relations,
    embedded: embedded.boxes,
    lines: lines.map((line) => ({ key: `${line.from} ${line.to} ${line.label}`, line })),
    weight: totalWeight(box, relations, embedded),
  }
}

function collectionFigures(
  drawn: ReadonlyMap<string, Drawn>,
  outside: ReadonlyMap<string, ErEntity>,
): readonly Figure[] {
  const collections = [...drawn.keys()].flatMap((name) => drawn.get(name) ?? [])
  const weights = new Map<string, Weight>(collections.map(({ box, weight }) => [box.name, weight]))
  const related = new Map<string, string[]>()
  for (const { box, relations } of collections) {
    for (const { from, to } of relations) {
      const other = from === box.name ? to : from
      if (!weights.has(other)) continue
      append(related, box.name, other)
      append(related, other, box.name)
    }
  }
  const parts = inParts([...weights.keys()], related, weights, {
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
    const own = new Set(members.map(({ entity }) => entity))
    const shown = boxes.flatMap(({ name }) => drawn.get(name)?.entity ?? [])
    return figureOf(
      paths[index] ?? '',
      diagramOf(partTitle('Collections', index, parts.length), boxes, relations),
      [...own],
      shown.filter((name) => !own.has(name)),
    )
  })
}

/** A collection as it is drawn, in whichever part. */
interface Drawn {
  readonly entity: string
  readonly box: ErEntity
  /** As it is drawn in another part: its key only. */
  readonly closed: ErEntity
  readonly relations: readonly ErRelation[]
  /** The shapes embedded in it. */
  readonly embedded: readonly ErEntity[]
  /** Its lines and those between the shapes, each with what makes it the same as another one. */
  readonly lines: readonly { readonly key: string; readonly line: ErRelation }[]
  readonly weight: Weight
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
  const boxes = new Map<string, ErEntity>()
  const relations = new Map<string, ErRelation>()
  const reach = (end: string): void => {
    if (boxes.has(end)) return
    const box = outside.get(end) ?? all.get(end)?.closed
    if (box !== undefined) boxes.set(end, box)
  }
  for (const { box } of members) boxes.set(box.name, box)
  for (const { embedded } of members) for (const box of embedded) boxes.set(box.name, box)
  for (const { lines } of members) {
    for (const { key, line } of lines) {
      // Two collections that share an embedded shape share the lines below it; a line between two collections is said by both.
      relations.set(key, line)
      reach(line.from)
      reach(line.to)
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

const outsideOfRun = recallingRuns<readonly ErEntity[]>()

/** The tables and objects that a collection may have a line to, by the names of their boxes. */
const outsideBoxes = indexing<ErEntity>((model) => {
  const boxes = new Map<string, ErEntity>()
  const runs = outsideOfRun(model, [], (entities) => [
    ...entities.filter(hasPostgres).map(({ postgres }) => tableBox(postgres)),
    ...entities.flatMap(({ name, s3 }) =>
      (s3?.objects ?? []).map((object) => objectBox(outsideName.object(name, object.name), pathText(object))),
    ),
  ])
  for (const run of runs) for (const box of run) boxes.set(box.name, box)
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
