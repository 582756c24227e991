import { isTenant, speaksForItself, uniqueAlone } from '../figures/relations.ts'
import { columnType, documentType } from '../figures/type-words.ts'
import type { Entity } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { bucketNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { MongoPart } from '../model/mongo.ts'
import type { PostgresPart } from '../model/postgres.ts'
import type { S3Object } from '../model/s3.ts'
import type { ExplorerField, ExplorerPart } from './explorer-graph.ts'

/** The id of an object's part, as links name it. */
export function objectPart(object: string): string {
  return `s3:${object}`
}

/** The parts of an entity in the order of the stores, an object each for S3. */
export function explorerParts(model: Model, { mongo, postgres, s3 }: Entity): readonly ExplorerPart[] {
  return [
    ...(postgres === undefined ? [] : [table(model, postgres)]),
    ...(mongo === undefined ? [] : [collection(model, mongo)]),
    ...(s3?.objects ?? []).map((object) => objectOf(model, object)),
  ]
}

function table(model: Model, part: PostgresPart): ExplorerPart {
  const facts = [
    ...(part.appendOnly ? ['append-only'] : []),
    ...(part.partition === undefined ? [] : [`a partition for each ${part.partition.every}`]),
    ...(part.lifecycle === undefined ? [] : [`life cycle of ${part.lifecycle.states.length} states`]),
  ]
  const fields = fieldsOf(model, part, new Set(part.primaryKey), columnType)
  return { id: 'postgres', store: 'postgres', title: part.table.text, facts, fields }
}

function collection(model: Model, part: MongoPart): ExplorerPart {
  const facts = [
    ...(part.appendOnly ? ['append-only'] : []),
    ...(part.expire === undefined ? [] : [`expires after ${part.expire.after}`]),
    ...(part.textIndex === undefined ? [] : ['full-text search']),
  ]
  const id: ExplorerField = {
    name: '_id',
    type: 'objectId',
    keys: ['PK'],
    indexed: true,
    optional: false,
    common: false,
  }
  const fields = [id, ...fieldsOf(model, part, new Set(), documentType)]
  return { id: 'mongo', store: 'mongo', title: part.collection.text, facts, fields }
}

function objectOf(model: Model, object: S3Object): ExplorerPart {
  const { lock } = bucketNamed(model, object.bucket)
  const path = object.path.map((pieces) =>
    pieces.map((piece) => (piece.kind === 'literal' ? piece.text : `{${piece.variable.name}}`)).join(''),
  )
  return {
    id: objectPart(object.name),
    store: 's3',
    title: `${object.name} in bucket ${object.bucket}`,
    facts: [
      path.join('/'),
      object.contentType,
      ...(lock === undefined ? [] : [`locked for ${lock.retain} (${lock.mode})`]),
    ],
    fields: [],
  }
}

function fieldsOf(
  model: Model,
  part: PostgresPart | MongoPart,
  primary: ReadonlySet<string>,
  typeOf: (field: Field) => string,
): readonly ExplorerField[] {
  const alone = uniqueAlone(model, part.uniques)
  const indexed = new Set([
    ...part.uniques.flatMap(({ fields }) => fields),
    ...part.indexes.flatMap(({ fields }) => fields.map(({ field }) => field)),
    ...(part.store === 'mongo' ? (part.textIndex?.weights ?? []).map(({ field }) => field) : []),
  ])
  return part.fields.map((field) => {
    const keys: ExplorerField['keys'][number][] = []
    if (primary.has(field.name)) keys.push('PK')
    if (field.type.kind === 'ref' && field.type.mode === 'foreign_key') keys.push('FK')
    if (isPointer(model, field)) keys.push('REF')
    if (alone.has(field.name) && !primary.has(field.name)) keys.push('UK')
    return {
      name: field.physical.text,
      type: typeOf(field),
      keys,
      // Nearly every index begins with the tenant: that says nothing of its column.
      indexed: indexed.has(field.name) && !isTenant(model, field),
      optional: field.optional,
      common: speaksForItself(field),
      ...(field.classify === undefined ? {} : { classify: field.classify }),
    }
  })
}

/** Whether a line of the explorer that no database checks begins at the field. */
function isPointer(model: Model, field: Field): boolean {
  switch (field.type.kind) {
    case 'part':
    case 'key':
      return true
    case 'ref':
      return field.type.mode !== 'foreign_key' && field.relation?.bookkeeping !== true && !isTenant(model, field)
    default:
      return false
  }
}
