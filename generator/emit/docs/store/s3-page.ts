import { counted } from '../../../base/plural.ts'
import { pathText } from '../../../figures/nosql-boxes.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { objectsOf } from '../../../model/lookup.ts'
import type { Bucket } from '../../../model/project.ts'
import { anchor, code, type Inline } from '../../../print/markdown/inline.ts'
import { keeping } from '../bucket-words.ts'
import { entityLink, linkTo, objectLink, pageLink, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { durationWords, sentence } from '../words.ts'
import { type StoreChapter, storeChapter } from './store-chapters.ts'
import { storePage } from './store-page.ts'
import { storeRules } from './store-rules.ts'

const here = 's3'
const chaptersOf = recallingDomains<readonly StoreChapter[]>()

/** What holds for S3 as a whole, the buckets, and every kind of object with a link to its entity. */
export function s3Page(site: Site): string {
  const { model } = site
  const objects = objectsOf(model)
  const buckets = model.project.stores.s3?.buckets ?? []
  const seconds = model.project.stores.s3?.presignSeconds ?? 0
  const placed = model.project.stores.s3?.pathStyle === true ? ' Buckets stand in the path of an address.' : ''
  return storePage({
    title: 'S3',
    trail: [pageLink(here, 'Overview', 'overview')],
    lead: `${counted(objects.length, 'kind')} of object in ${counted(buckets.length, 'bucket')}, by domain. A signed URL is good for ${durationWords(seconds)}.${placed}`,
    ...storeRules(site, here),
    sections: [
      {
        id: 'buckets',
        title: 'Buckets',
        lead: 'The real name of a bucket is in a variable of the environment.',
        table: bucketTable(site, buckets),
      },
    ].filter(({ table }) => table !== undefined),
    chapters: chaptersOf(model, [], (entities, domain) => {
      const own = entities.flatMap(({ name, s3 }) => (s3?.objects ?? []).map((object) => ({ entity: name, object })))
      return storeChapter(site, here, domain, own, [
        ['Object', ({ entity, object }) => objectLink(site, here, entity, object.name)],
        ['Entity', ({ entity }) => entityLink(site, here, entity)],
        ['What it is', ({ object }) => sentence(object.about)],
        ['Bucket', ({ object }) => linkTo(here, code(object.bucket), site.bucket(object.bucket))],
        ['Key', ({ object }) => code(pathText(object))],
      ])
    }).flat(),
  })
}

function bucketTable(site: Site, buckets: readonly Bucket[]): Table | undefined {
  return tableOf(buckets, [
    ['Bucket', ({ name }): Inline => [anchor(site.bucket(name).anchor ?? ''), code(name)]],
    ['Its real name is in', ({ env }) => code(env)],
    ['Keeps', keeping],
    ['Meaning', ({ about }) => sentence(about)],
  ])
}
