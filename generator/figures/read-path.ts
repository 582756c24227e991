import { counted } from '../base/plural.ts'
import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { bucketNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import { shortened } from '../print/mermaid/escape.ts'
import type { SequenceDiagram, SequenceStep } from '../print/mermaid/sequence-diagram.ts'
import { type Figure, figureOf } from './figure.ts'

/** How a record that is kept in several stores is read: row, document, keys, signed URLs, bytes. */
export function readPath(model: Model, entity: Entity, stem: string): Figure | undefined {
  if (!entity.split) return undefined
  const stores = [
    ...(entity.postgres === undefined ? [] : ['PostgreSQL']),
    ...(entity.mongo === undefined ? [] : ['MongoDB']),
    ...(entity.s3 === undefined ? [] : ['S3']),
  ]
  const steps = new Steps(model, entity, ['Client', 'API', ...stores])
  const diagram: SequenceDiagram = {
    kind: 'sequence',
    title: `How ${entity.name} is read`,
    notes: entity.s3 === undefined ? [] : ['The client fetches the bytes by the signed URL: they never pass the API.'],
    actors: steps.actors,
    steps: steps.all(),
  }
  return figureOf(`read/${stem}`, diagram, [entity.name])
}

/** Keys of one part that a picture shows. */
const mostKeys = 8
const textLength = 96

interface Key {
  readonly field: Field
  readonly object: string
}

class Steps {
  readonly actors: readonly string[]
  readonly #model: Model
  readonly #entity: Entity

  constructor(model: Model, entity: Entity, actors: readonly string[]) {
    this.#model = model
    this.#entity = entity
    this.actors = actors
  }

  all(): readonly SequenceStep[] {
    const ofRow = keysIn(this.#entity.postgres)
    const ofDocument = keysIn(this.#entity.mongo)
    const signs = ofRow.length + ofDocument.length > 0
    const document = [...this.#document(ofDocument), ...this.#signed(ofDocument)]
    return [
      this.#say('Client', 'API', `asks for one ${this.#entity.name} by its public id`),
      ...this.#row(),
      ...this.#signed(ofRow),
      ...(this.#pointer?.optional === true ? [{ condition: isSet(this.#pointer), steps: document }] : document),
      this.#say('API', 'Client', signs ? 'the record with what was signed' : 'the record', true),
      ...this.#fetched(ofRow, undefined),
      ...this.#fetched(ofDocument, this.#pointer?.optional === true ? this.#pointer : undefined),
    ]
  }

  /** The field of the row that leads to the document. */
  get #pointer(): Field | undefined {
    return this.#entity.postgres?.fields.find(({ type }) => type.kind === 'part')
  }

  #row(): readonly SequenceStep[] {
    const { postgres } = this.#entity
    if (postgres === undefined) return []
    const id = postgres.fields.find(({ publicId }) => publicId)?.physical.text ?? 'id'
    const led = postgres.fields.filter(({ type }) => type.kind === 'part' || type.kind === 'key').map(shown)
    return [
      this.#say('API', 'PostgreSQL', `${postgres.table.text}: the row with this ${id}${this.#tenant()}`),
      this.#say('PostgreSQL', 'API', led.length === 0 ? 'the row' : `the row with ${led.join(', ')}`, true),
    ]
  }

  /** By its pointer where the row has one, else by the public id that both carry. */
  #document(keys: readonly Key[]): readonly SequenceStep[] {
    const { mongo } = this.#entity
    if (mongo === undefined) return []
    const id = mongo.fields.find(({ publicId }) => publicId)?.physical.text ?? '_id'
    const found = this.#pointer === undefined ? `this ${id}` : `_id = ${this.#pointer.physical.text}`
    const led = keys.map(({ field }) => shown(field)).join(', ')
    return [
      this.#say('API', 'MongoDB', `${mongo.collection.text}: the document with ${found}${this.#tenant()}`),
      this.#say('MongoDB', 'API', led === '' ? 'the document' : `the document with ${led}`, true),
    ]
  }

  /** Those keys that are set: one message for all of them. */
  #signed(keys: readonly Key[]): readonly SequenceStep[] {
    const seconds = this.#model.project.stores.s3?.presignSeconds
    if (seconds === undefined || keys.length === 0) return []
    const signed = keys.map(({ field }) => shown(field)).join(', ')
    const step = this.#say('API', 'API', `signs a URL for ${duration(seconds)}: ${signed}`)
    const [only, ...more] = keys
    return only?.field.optional === true && more.length === 0
      ? [{ condition: isSet(only.field), steps: [step] }]
      : [step]
  }

  #fetched(keys: readonly Key[], above: Field | undefined): readonly SequenceStep[] {
    const objects = new Map((this.#entity.s3?.objects ?? []).map((object) => [object.name, object]))
    return keys.flatMap(({ field, object: name }): readonly SequenceStep[] => {
      const object = objects.get(name)
      if (object === undefined) return []
      const newest = bucketNamed(this.#model, object.bucket).versioned ? 'its newest version, ' : ''
      const steps = [
        this.#say('Client', 'S3', `GET ${field.list ? 'each ' : ''}${name}, from bucket ${object.bucket}`),
        this.#say('S3', 'Client', `${newest}${object.contentType}, at most ${bytes(object.maxBytes)}`, true),
      ]
      const asked = field.optional ? field : above
      return asked === undefined ? steps : [{ condition: isSet(asked), steps }]
    })
  }

  #tenant(): string {
    const { mode } = this.#entity.tenancy
    return mode === 'required' ? ', of this tenant' : mode === 'shared' ? ', of this tenant or shared' : ''
  }

  #say(from: string, to: string, text: string, reply: boolean = false): SequenceStep {
    return { from: this.actors.indexOf(from), to: this.actors.indexOf(to), text: shortened(text, textLength), reply }
  }
}

function keysIn(part: { readonly fields: readonly Field[] } | undefined): readonly Key[] {
  const keys = (part?.fields ?? []).flatMap((field) =>
    field.type.kind === 'key' ? [{ field, object: field.type.object }] : [],
  )
  return keys.slice(0, mostKeys)
}

function isSet(field: Field): string {
  return `${field.physical.text} is set`
}

function shown(field: Field): string {
  return field.list ? `${field.physical.text}[]` : field.physical.text
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? counted(seconds / 60, 'minute') : counted(seconds, 'second')
}

function bytes(most: number): string {
  const units: readonly (readonly [number, string])[] = [
    [1_000_000_000, 'GB'],
    [1_000_000, 'MB'],
    [1_000, 'kB'],
  ]
  const [size, unit] = units.find(([each]) => most >= each) ?? [1, 'B']
  return `${Math.round((most / size) * 10) / 10} ${unit}`
}
