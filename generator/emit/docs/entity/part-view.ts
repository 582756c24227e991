import { counted } from '../../../base/plural.ts'
import { isTenant, uniqueAlone } from '../../../figures/relations.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import type { Unique } from '../../../model/keys.ts'
import type { MongoEntity, PostgresEntity } from '../../../model/lookup.ts'
import type { MongoPart } from '../../../model/mongo.ts'
import type { PostgresPart } from '../../../model/postgres.ts'
import type { Condition } from '../../../model/predicate.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { type FieldView, fieldView } from '../field-view.ts'
import { linkTo, type Site, tableLink } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { durationWords, indexWords, physical, predicateWords, sentence, sentences, uniqueWords } from '../words.ts'

/** A table or a collection, with all its fields, keys and indexes. */
export interface PartView {
  readonly id: string
  readonly title: Inline
  readonly lead: Inline
  readonly fields: Table | undefined
  readonly uniques: Table | undefined
  readonly indexes: Table | undefined
}

interface IndexView {
  readonly name: Inline
  readonly fields: Inline
  readonly note: Inline
}

export function tableView(site: Site, entity: PostgresEntity): PartView {
  const { postgres } = entity
  return {
    id: site.table(entity.name).anchor ?? '',
    title: ['Table ', code(postgres.table.text)],
    lead: leadOf(site, entity, `${counted(postgres.fields.length, 'column')} in `, 'postgres'),
    fields: fieldTable('Column', fieldViews(site, entity, postgres)),
    uniques: uniqueTable(site, postgres),
    indexes: indexTable(indexViews(postgres)),
  }
}

export function collectionView(site: Site, entity: MongoEntity): PartView {
  const { mongo } = entity
  const id: FieldView = {
    name: code('_id'),
    logical: '',
    type: code('objectId'),
    key: 'PK',
    default: 'new ObjectId',
    meaning: 'The id that MongoDB itself gives; never leaves the databases.',
    classified: '',
  }
  const fields = fieldViews(site, entity, mongo).map((shown, at) => withRowsId(site, entity, mongo.fields[at], shown))
  return {
    id: site.collection(entity.name).anchor ?? '',
    title: ['Collection ', code(mongo.collection.text)],
    lead: leadOf(site, entity, `${counted(fields.length + 1, 'field')} in `, 'mongo'),
    fields: fieldTable('Field', [id, ...fields]),
    uniques: uniqueTable(site, mongo),
    indexes: indexTable([...indexViews(mongo), ...expiryIndex(mongo), ...searchIndex(entity)]),
  }
}

function leadOf(site: Site, entity: Entity, count: string, store: 'postgres' | 'mongo'): Inline {
  const label = store === 'postgres' ? 'PostgreSQL' : 'MongoDB'
  return [count, linkTo(site.entity(entity.name).page, label, { page: store }), '.']
}

function fieldTable(head: string, fields: readonly FieldView[]): Table | undefined {
  return tableOf(fields, [
    [head, ({ name }) => name],
    ['Type', ({ type }) => type],
    ['Key', ({ key }) => key],
    ['Meaning', ({ meaning }) => meaning],
    ['Default', ({ default: value }) => value],
    ['In the spec', ({ logical }) => logical],
    ['Classified', ({ classified }) => classified],
  ])
}

function fieldViews(site: Site, entity: Entity, part: PostgresPart | MongoPart): readonly FieldView[] {
  const { page } = site.entity(entity.name)
  const primary: ReadonlySet<string> = new Set(part.store === 'postgres' ? part.primaryKey : [])
  const alone = uniqueAlone(site.model, part.uniques)
  const place = { site, page, store: part.store, entity: entity.name }
  return part.fields.map((field) => {
    const { anchor } = site.field(entity.name, part.store, field.name)
    return fieldView(place, field, keyOf(site, field, primary, alone), anchor)
  })
}

function keyOf(site: Site, field: Field, primary: ReadonlySet<string>, alone: ReadonlySet<string>): Inline {
  const keys: string[] = []
  if (primary.has(field.name)) keys.push('PK')
  if (field.type.kind === 'ref' && field.type.mode === 'foreign_key') keys.push('FK')
  if (alone.has(field.name) && !primary.has(field.name)) keys.push('UK')
  if (field.publicId) keys.push('public id')
  if (isTenant(site.model, field)) keys.push('tenant')
  return keys.join(', ')
}

/** The document of a split entity repeats the public id of its row: it makes none of its own. */
function withRowsId(site: Site, entity: MongoEntity, field: Field | undefined, shown: FieldView): FieldView {
  if (field?.publicId !== true || entity.root === 'mongo' || entity.postgres === undefined) return shown
  const row: Inline = ['Always that of its row in ', tableLink(site, site.entity(entity.name).page, entity), '.']
  return { ...shown, default: '', meaning: sentences([shown.meaning, row]) }
}

function uniqueTable(site: Site, part: PostgresPart | MongoPart): Table | undefined {
  const tenant = site.model.project.tenancy?.field
  return tableOf(part.uniques, [
    ['Unique', ({ name }) => code(name.text)],
    ['Promise', (unique) => uniqueWords(part, amongFilled(part, unique), tenant)],
  ])
}

/** As an index of documents takes it: a document without a value is not in it, and collides with none. */
function amongFilled(part: PostgresPart | MongoPart, unique: Unique): Unique {
  if (part.store === 'postgres') return unique
  const stated = new Set(unique.where.map(({ field }) => field))
  const mayBeEmpty = part.fields.filter(
    ({ name, optional, origin }) =>
      optional && origin.kind !== 'tenant' && !stated.has(name) && unique.fields.includes(name),
  )
  const filled = mayBeEmpty.map(({ name }): Condition => ({ field: name, is: 'not_null' }))
  return { ...unique, where: [...unique.where, ...filled] }
}

function indexTable(indexes: readonly IndexView[]): Table | undefined {
  return tableOf(indexes, [
    ['Index', ({ name }) => name],
    ['On', ({ fields }) => fields],
    ['Note', ({ note }) => note],
  ])
}

function indexViews(part: PostgresPart | MongoPart): readonly IndexView[] {
  return part.indexes.map((index) => ({
    name: code(index.name.text),
    fields: indexWords(part, index),
    note: sentences([
      index.where.length === 0 ? '' : ['Only where ', predicateWords(part, index.where), '.'],
      sentence(index.about),
    ]),
  }))
}

function expiryIndex({ expire, fields }: MongoPart): readonly IndexView[] {
  if (expire === undefined) return []
  const on = physical({ fields }, expire.from)
  return [{ name: code(expire.name.text), fields: on, note: `Expires ${durationWords(expire.afterSeconds)} later.` }]
}

function searchIndex({ mongo, tenancy }: MongoEntity): readonly IndexView[] {
  const text = mongo.textIndex
  if (text === undefined) return []
  // A search is made within one tenant, which therefore comes first.
  const tenant = tenancy.mode === 'required' ? mongo.fields.filter(({ origin }) => origin.kind === 'tenant') : []
  const searched = [
    ...tenant.map((field): Inline => code(field.physical.text)),
    ...text.weights.map(({ field, weight }): Inline => [physical(mongo, field), ` × ${weight}`]),
  ]
  return [{ name: code(text.name.text), fields: joined(searched), note: searchNote }]
}

const searchNote =
  'Full-text search, with the weight of each field; of no language, so that a word is found as it is written.'
