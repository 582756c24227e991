import { counted } from '../../../base/plural.ts'
import { hasMongo } from '../../../figures/relations.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { inMongo, type MongoEntity } from '../../../model/lookup.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import { collectionLink, entityLink, pageLink, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { durationWords, physical, sentence } from '../words.ts'
import { type StoreChapter, storeChapter } from './store-chapters.ts'
import { storePage } from './store-page.ts'
import { storeRules } from './store-rules.ts'

const here = 'mongo'
const chaptersOf = recallingDomains<readonly StoreChapter[]>()

/** What holds for MongoDB as a whole, and every collection with a link to its entity. */
export function mongoPage(site: Site): string {
  const { model } = site
  const collections = inMongo(model)
  const version = model.project.stores.mongo?.version
  return storePage({
    title: 'MongoDB',
    trail: [pageLink(here, 'Overview', 'overview')],
    lead: [
      `${counted(collections.length, 'collection')} in MongoDB${version === undefined ? '' : ` ${version}`}, by domain. `,
      'Their references in pictures: ',
      pageLink(here, 'collections and cross-references', 'entity-relations-nosql'),
      '.',
    ],
    ...storeRules(site, here),
    sections: [
      {
        id: 'expiry',
        title: 'What expires',
        lead: 'MongoDB removes these documents by itself.',
        table: expiries(site, collections),
      },
      {
        id: 'search',
        title: 'What can be searched',
        lead: 'Full-text search; the weight of a field says how much a word in it counts.',
        table: searches(site, collections),
      },
    ].filter(({ table }) => table !== undefined),
    chapters: chaptersOf(model, [], (entities, domain) =>
      storeChapter(site, here, domain, entities.filter(hasMongo), [
        ['Collection', (entity) => collectionLink(site, here, entity)],
        ['Entity', ({ name }) => entityLink(site, here, name)],
        ['What it is', ({ about }) => sentence(about)],
        ['Besides', marks],
      ]),
    ).flat(),
  })
}

/** What a reader of the list wants to know of a collection at once. */
function marks({ mongo, postgres, root, s3, softDelete }: MongoEntity): string {
  const found = [
    ...(mongo.appendOnly ? ['append-only'] : []),
    ...(mongo.expire === undefined ? [] : [`expires after ${durationWords(mongo.expire.afterSeconds)}`]),
    ...(softDelete === undefined || root !== 'mongo' ? [] : ['soft delete']),
    ...(mongo.textIndex === undefined ? [] : ['full-text search']),
    ...(postgres === undefined ? [] : ['its row is in PostgreSQL']),
    ...(s3 === undefined ? [] : ['more in S3']),
  ]
  return found.join(', ')
}

function expiries(site: Site, collections: readonly MongoEntity[]): Table | undefined {
  return tableOf(
    collections.flatMap((entity) => (entity.mongo.expire ? [{ entity, expire: entity.mongo.expire }] : [])),
    [
      ['Collection', ({ entity }) => collectionLink(site, here, entity)],
      ['How long', ({ expire }) => durationWords(expire.afterSeconds)],
      ['From', ({ entity, expire }) => physical(entity.mongo, expire.from)],
    ],
  )
}

function searches(site: Site, collections: readonly MongoEntity[]): Table | undefined {
  return tableOf(
    collections.flatMap((entity) => (entity.mongo.textIndex ? [{ entity, index: entity.mongo.textIndex }] : [])),
    [
      ['Collection', ({ entity }) => collectionLink(site, here, entity)],
      [
        'Fields and their weights',
        ({ entity, index }) =>
          joined(index.weights.map(({ field, weight }): Inline => [physical(entity.mongo, field), ` × ${weight}`])),
      ],
    ],
  )
}
