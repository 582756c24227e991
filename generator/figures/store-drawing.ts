import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { bucketNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { S3Object } from '../model/s3.ts'
import type { FlowArrow, FlowBox, FlowGroup } from '../print/mermaid/flowchart.ts'
import { pathText } from './nosql-boxes.ts'
import type { Pointer } from './pointers.ts'

/** Gathers the boxes and arrows of what is kept in several stores, each once. */
export class StoreDrawing {
  readonly entities: Set<string> = new Set()
  readonly #tables: Map<string, FlowBox> = new Map()
  readonly #documents: Map<string, FlowBox> = new Map()
  readonly #objects: Map<string, FlowBox> = new Map()
  readonly #arrows: Map<string, FlowArrow> = new Map()
  readonly #model: Model
  readonly #said: 'whole' | 'brief'

  /** `whole`: of one entity, objects with their paths. `brief`: of many, each box with its domain. */
  constructor(model: Model, said: 'whole' | 'brief') {
    this.#model = model
    this.#said = said
  }

  /** The boxes by their store. */
  groups(): readonly FlowGroup[] {
    return [
      { title: 'PostgreSQL', boxes: [...this.#tables.values()] },
      { title: 'MongoDB', boxes: [...this.#documents.values()] },
      { title: 'S3', boxes: [...this.#objects.values()] },
    ].filter(({ boxes }) => boxes.length > 0)
  }

  arrows(): readonly FlowArrow[] {
    return [...this.#arrows.values()]
  }

  get boxes(): number {
    return this.#tables.size + this.#documents.size + this.#objects.size
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
      const [table, label] = [this.#table(target), `${field.physical.text} = ref_id`]
      // A map reads from rows to documents to objects, so that a pointer of a document would lead back.
      if (part === 'mongo' && this.#said === 'brief') this.#arrow(table, from, label, field, true)
      else this.#arrow(from, table, label, field)
    }
  }

  #table(entity: Entity): string {
    const title = entity.postgres?.table.text ?? entity.name
    return this.#box(this.#tables, entity, `table ${title}`, { class: 'postgres', shape: 'table', title })
  }

  #document(entity: Entity): string {
    const title = entity.mongo?.collection.text ?? entity.name
    return this.#box(this.#documents, entity, `document ${title}`, { class: 'mongo', shape: 'document', title })
  }

  #box(
    boxes: Map<string, FlowBox>,
    entity: Entity,
    key: string,
    box: Pick<FlowBox, 'class' | 'shape' | 'title'>,
  ): string {
    if (!boxes.has(key)) boxes.set(key, { ...box, key, lines: [this.#whose(entity)] })
    this.entities.add(entity.name)
    return key
  }

  #object(entity: Entity, object: S3Object): string {
    const key = `object ${entity.name}.${object.name}`
    const bucket = bucketNamed(this.#model, object.bucket)
    const locked = bucket.lock === undefined ? [] : [`locked for ${bucket.lock.retain} (${bucket.lock.mode})`]
    this.entities.add(entity.name)
    this.#objects.set(key, {
      key,
      class: 's3',
      shape: 'object',
      title: object.name,
      lines:
        this.#said === 'brief'
          ? [this.#whose(entity), `bucket ${object.bucket}`]
          : [pathText(object), [`bucket ${object.bucket}`, object.contentType, ...locked].join(', ')],
    })
    return key
  }

  #whose(entity: Entity): string {
    return this.#said === 'brief' ? `${entity.name} · ${entity.domain}` : entity.name
  }

  #keys(entity: Entity, from: string, fields: readonly Field[]): void {
    const objects = new Map((entity.s3?.objects ?? []).map((object) => [object.name, object]))
    for (const field of fields) {
      if (field.type.kind !== 'key') continue
      const object = objects.get(field.type.object)
      if (object !== undefined) this.#arrow(from, this.#object(entity, object), field.physical.text, undefined)
    }
  }

  #arrow(from: string, to: string, label: string, field: Field | undefined, headless: boolean = false): void {
    // In a map every pointer is dashed: none of them is checked by a database.
    const line = field?.optional === true || this.#said === 'brief' ? 'dashed' : 'solid'
    this.#arrows.set(`${from} ${to} ${label}`, { from, to, line, label, headless })
  }
}
