import { figuresOf } from '../../figures/figures.ts'
import { isTenant, uniqueAlone } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { Unique } from '../../model/keys.ts'
import type { MongoEntity, PostgresEntity } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { Condition } from '../../model/predicate.ts'
import { code, type Inline, joined, strong } from '../../print/markdown/inline.ts'
import { factsOf } from './facts.ts'
import { type FieldView, fieldView } from './field-view.ts'
import { type LifecycleView, lifecycleView } from './lifecycle-view.ts'
import { referredBy, refersTo } from './relations-view.ts'
import { type Site, tableLink } from './site.ts'
import { durationWords, indexWords, physical, predicateWords, sentence, sentences, uniqueWords } from './words.ts'

/** A table or a collection, told in full. */
export interface PartView {
  readonly id: string
  readonly title: Inline
  readonly lead: Inline
  readonly facts: readonly Inline[]
  readonly nameHead: string
  readonly fields: readonly FieldView[]
  readonly refersTo: readonly Inline[]
  readonly referredBy: readonly Inline[]
  readonly uniques: readonly { readonly name: Inline; readonly promise: Inline }[]
  readonly indexes: readonly IndexView[]
  readonly lifecycle: LifecycleView | undefined
}

export interface IndexView {
  readonly name: Inline
  readonly fields: Inline
  readonly note: Inline
}

export function tableView(site: Site, entity: PostgresEntity): PartView {
  const { postgres } = entity
  const figure = figuresOf(site.model).lifecycle.get(entity.name)
  return {
    ...partView(site, entity, postgres, 'postgres'),
    id: site.table(entity.name).anchor ?? '',
    title: code(postgres.table.text),
    nameHead: 'Column',
    lifecycle:
      postgres.lifecycle === undefined || figure === undefined
        ? undefined
        : lifecycleView(site, entity, postgres.lifecycle, figure),
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
  }
  const view = partView(site, entity, mongo, 'mongo')
  const text = mongo.textIndex
  // A search is made within one tenant, which therefore comes first.
  const tenant = entity.tenancy.mode === 'required' ? mongo.fields.filter(({ origin }) => origin.kind === 'tenant') : []
  const searched = [
    ...tenant.map((field): Inline => code(field.physical.text)),
    ...(text?.weights ?? []).map(({ field, weight }): Inline => [physical(mongo, field), ` × ${weight}`]),
  ]
  return {
    ...view,
    id: site.collection(entity.name).anchor ?? '',
    title: code(mongo.collection.text),
    nameHead: 'Field',
    fields: [id, ...view.fields.map((shown, at) => withRowsId(site, entity, mongo.fields[at], shown))],
    indexes: [
      ...view.indexes,
      ...expiryIndex(mongo),
      ...(text === undefined
        ? []
        : [
            {
              name: code(text.name.text),
              fields: joined(searched),
              note: searchNote,
            },
          ]),
    ],
    lifecycle: undefined,
  }
}

/** The document of a split entity repeats the public id of its row: it makes none of its own. */
function withRowsId(site: Site, entity: MongoEntity, field: Field | undefined, shown: FieldView): FieldView {
  if (field?.publicId !== true || entity.root === 'mongo' || entity.postgres === undefined) return shown
  const row: Inline = ['Always that of its row in ', tableLink(site, 'mongo', entity), '.']
  return { ...shown, default: '', meaning: sentences([shown.meaning, row]) }
}

function expiryIndex({ expire, fields }: MongoPart): readonly IndexView[] {
  if (expire === undefined) return []
  const on = physical({ fields }, expire.from)
  return [{ name: code(expire.name.text), fields: on, note: `Expires ${durationWords(expire.afterSeconds)} later.` }]
}

const searchNote =
  'Full-text search, with the weight of each field; of no language, so that a word is found as it is written.'

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

type Shared = Omit<PartView, 'id' | 'title' | 'nameHead' | 'lifecycle'>

function partView(site: Site, entity: Entity, part: PostgresPart | MongoPart, store: 'postgres' | 'mongo'): Shared {
  const tenant = site.model.project.tenancy?.field
  const primary: ReadonlySet<string> = new Set(part.store === 'postgres' ? part.primaryKey : [])
  const alone = uniqueAlone(site.model, part.uniques)
  return {
    lead: entity.about === undefined ? strong(entity.name) : [strong(entity.name), ': ', sentence(entity.about)],
    facts: factsOf(site, entity, part),
    fields: part.fields.map((field) =>
      fieldView({ site, page: store, store, entity: entity.name }, field, keyOf(site, field, primary, alone)),
    ),
    refersTo: refersTo(site, entity, part),
    referredBy: referredBy(site, entity, store),
    uniques: part.uniques.map((unique) => ({
      name: code(unique.name.text),
      promise: uniqueWords(part, amongFilled(part, unique), tenant),
    })),
    indexes: part.indexes.map((index) => ({
      name: code(index.name.text),
      fields: indexWords(part, index),
      note: sentences([
        index.where.length === 0 ? '' : ['Only where ', predicateWords(part, index.where), '.'],
        sentence(index.about),
      ]),
    })),
  }
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
