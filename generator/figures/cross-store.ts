import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { bucketNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { S3Object } from '../model/s3.ts'
import type { FlowArrow, FlowBox, Flowchart } from '../print/mermaid/flowchart.ts'
import { type Figure, figureOf } from './figure.ts'
import { pathText } from './nosql-boxes.ts'
import { type Link, linksOf } from './relations.ts'

/** Where the record of an entity leads in other stores: table, document, object. Absent where it stays in one. */
export function crossStoreFigure(model: Model, entity: Entity, stem: string): Figure | undefined {
  const drawing = new Drawing(model)
  drawing.own(entity)
  const pointers = pointersOf(model, entity)
  for (const pointer of pointers) drawing.pointer(entity, pointer)
  if (!entity.split && pointers.length === 0) return undefined
  const chart: Flowchart = {
    kind: 'flowchart',
    title: `Where ${entity.name} is stored`,
    notes: ['A dotted arrow may be empty.'],
    direction: 'LR',
    groups: [
      { title: 'PostgreSQL', boxes: [...drawing.tables.values()] },
      { title: 'MongoDB', boxes: [...drawing.documents.values()] },
      { title: 'S3', boxes: [...drawing.objects.values()] },
    ].filter(({ boxes }) => boxes.length > 0),
    arrows: [...drawing.arrows.values()],
  }
  return figureOf(`cross-store/${stem}`, chart, [...drawing.entities])
}

/** Most pointers that one picture shows. */
const mostPointers = 40

export interface Pointer extends Link {
  readonly part: 'postgres' | 'mongo'
}

/** The references of an entity that lead into another store. */
export function pointersOf(model: Model, entity: Entity): readonly Pointer[] {
  const of = (part: 'postgres' | 'mongo'): readonly Pointer[] =>
    linksOf(model, entity[part] ?? { fields: [] })
      .filter(({ type }) => type.mode === 'pointer')
      .map((found) => ({ ...found, part }))
  return [...of('postgres'), ...of('mongo')].slice(0, mostPointers)
}

/** Gathers the boxes and arrows of one picture, each once. */
class Drawing {
  readonly tables: Map<string, FlowBox> = new Map()
  readonly documents: Map<string, FlowBox> = new Map()
  readonly objects: Map<string, FlowBox> = new Map()
  readonly arrows: Map<string, FlowArrow> = new Map()
  readonly entities: Set<string> = new Set()
  readonly #model: Model

  constructor(model: Model) {
    this.#model = model
  }

  /** All parts of an entity, and the pointers between them. */
  own(entity: Entity): void {
    const table = entity.postgres === undefined ? undefined : this.#table(entity)
    const document = entity.mongo === undefined ? undefined : this.#document(entity)
    if (table !== undefined && document !== undefined) {
      const pointer = entity.postgres?.fields.find(({ type }) => type.kind === 'part')
      this.#arrow(table, document, pointer === undefined ? 'ref_id' : `${pointer.physical.text} = _id`, pointer)
    }
    for (const object of entity.s3?.objects ?? []) this.#object(entity, object)
    if (table !== undefined) this.#keys(entity, table, entity.postgres?.fields ?? [])
    if (document !== undefined) this.#keys(entity, document, entity.mongo?.fields ?? [])
  }

  /** What a reference leads to: from a table to a document and on to its objects, from a document to a row. */
  pointer(entity: Entity, { field, part, target, type }: Pointer): void {
    const from = part === 'postgres' ? this.#table(entity) : this.#document(entity)
    if (type.holds === 'object_id' || target.postgres === undefined) {
      if (target.mongo === undefined) return
      const document = this.#document(target)
      this.#arrow(from, document, `${field.physical.text} = ${type.holds === 'object_id' ? '_id' : 'ref_id'}`, field)
      this.#keys(target, document, target.mongo.fields)
    } else {
      this.#arrow(from, this.#table(target), `${field.physical.text} = ref_id`, field)
    }
  }

  #table(entity: Entity): string {
    const title = entity.postgres?.table.text ?? entity.name
    return this.#box(this.tables, entity, `table ${title}`, { class: 'postgres', shape: 'table', title })
  }

  #document(entity: Entity): string {
    const title = entity.mongo?.collection.text ?? entity.name
    return this.#box(this.documents, entity, `document ${title}`, { class: 'mongo', shape: 'document', title })
  }

  #box(
    boxes: Map<string, FlowBox>,
    entity: Entity,
    key: string,
    box: Pick<FlowBox, 'class' | 'shape' | 'title'>,
  ): string {
    if (!boxes.has(key)) boxes.set(key, { ...box, key, lines: [entity.name] })
    this.entities.add(entity.name)
    return key
  }

  #object(entity: Entity, object: S3Object): string {
    const key = `object ${entity.name}.${object.name}`
    const bucket = bucketNamed(this.#model, object.bucket)
    const locked = bucket.lock === undefined ? [] : [`locked for ${bucket.lock.retain} (${bucket.lock.mode})`]
    this.entities.add(entity.name)
    this.objects.set(key, {
      key,
      class: 's3',
      shape: 'object',
      title: object.name,
      lines: [pathText(object), [`bucket ${object.bucket}`, object.contentType, ...locked].join(', ')],
    })
    return key
  }

  #keys(entity: Entity, from: string, fields: readonly Field[]): void {
    const objects = new Map((entity.s3?.objects ?? []).map((object) => [object.name, object]))
    for (const field of fields) {
      if (field.type.kind !== 'key') continue
      const object = objects.get(field.type.object)
      if (object !== undefined) this.#arrow(from, this.#object(entity, object), field.physical.text, undefined)
    }
  }

  #arrow(from: string, to: string, label: string, field: Field | undefined): void {
    const line = field?.optional === true ? 'dashed' : 'solid'
    this.arrows.set(`${from} ${to} ${label}`, { from, to, line, label })
  }
}
