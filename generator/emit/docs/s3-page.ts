import { counted } from '../../base/plural.ts'
import { append } from '../../figures/append.ts'
import { pathText } from '../../figures/nosql-boxes.ts'
import type { Entity } from '../../model/entity.ts'
import { bucketNamed, objectsOf } from '../../model/lookup.ts'
import type { Bucket } from '../../model/project.ts'
import type { PathVariable, S3Object } from '../../model/s3.ts'
import { code, type Inline, joined, strong } from '../../print/markdown/inline.ts'
import type { Template } from '../../print/template/render.ts'
import { pageLink } from './facts.ts'
import { collectionLink, linkTo, objectLink, type Site, tableLink } from './site.ts'
import { templates } from './templates.ts'
import { durationWords, list, sentence, sentences, sizeWords, volumeWords } from './words.ts'

interface S3View {
  readonly lead: Inline
  readonly buckets: readonly {
    readonly id: string
    readonly name: Inline
    readonly env: Inline
    readonly keeps: Inline
    readonly about: Inline
  }[]
  readonly bucketLinks: readonly Inline[]
  readonly chapters: readonly {
    readonly id: string
    readonly name: string
    readonly entry: Inline
    readonly items: readonly Inline[]
    readonly objects: readonly ObjectView[]
  }[]
}

interface ObjectView {
  readonly id: string
  readonly title: Inline
  readonly lead: Inline
  readonly rows: readonly { readonly what: string; readonly value: Inline }[]
}

const page: Template<S3View> = templates.named<S3View>('s3')

export function s3Page(site: Site): string {
  const { model } = site
  const objects = objectsOf(model)
  const buckets = model.project.stores.s3?.buckets ?? []
  const seconds = model.project.stores.s3?.presignSeconds ?? 0
  const placed = model.project.stores.s3?.pathStyle === true ? ' Buckets stand in the path of an address.' : ''
  const byDomain = new Map<string, { readonly entity: Entity; readonly object: S3Object }[]>()
  for (const item of objects) append(byDomain, item.entity.domain, item)
  return page.render({
    lead: [
      `${counted(objects.length, 'kind')} of object in ${counted(buckets.length, 'bucket')}. A signed URL is good for ${durationWords(seconds)}.${placed} See also the `,
      pageLink('s3', 'overview', 'overview'),
      '.',
    ],
    buckets: buckets.map((bucket) => ({
      id: site.bucket(bucket.name).anchor ?? '',
      name: code(bucket.name),
      env: code(bucket.env),
      keeps: keeping(bucket),
      about: sentence(bucket.about),
    })),
    bucketLinks: buckets.map(({ name }) => linkTo('s3', code(name), site.bucket(name))),
    chapters: model.domains.flatMap(({ name }) => {
      const items = byDomain.get(name)
      if (items === undefined) return []
      const place = site.domain('s3', name)
      return [
        {
          id: place.anchor ?? '',
          name,
          entry: linkTo('s3', name, place),
          items: items.map(({ entity, object }) => [
            entity.name,
            ' ',
            objectLink(site, 's3', entity.name, object.name),
          ]),
          objects: items.map(({ entity, object }) => objectView(site, entity, object)),
        },
      ]
    }),
  })
}

function keeping(bucket: Bucket): Inline {
  const { abortUploadsDays, expireDays, lock, noncurrentExpireDays, versioned } = bucket
  return sentences([
    lock === undefined ? '' : `Object Lock: ${lock.mode}, for ${retention(lock)}.`,
    versioned ? 'Versioned.' : '',
    expireDays === undefined ? '' : `Objects expire after ${counted(expireDays, 'day')}.`,
    noncurrentExpireDays === undefined ? '' : `Replaced versions expire after ${counted(noncurrentExpireDays, 'day')}.`,
    `Unfinished uploads go after ${counted(abortUploadsDays, 'day')}.`,
  ])
}

function retention({ retain, retainDays }: { readonly retain: string; readonly retainDays: number }): string {
  return `${retain} (${counted(retainDays, 'day')})`
}

function objectView(site: Site, entity: Entity, object: S3Object): ObjectView {
  const bucket = bucketNamed(site.model, object.bucket)
  const pointers = pointersTo(site, entity, object.name)
  const rows: readonly { readonly what: string; readonly value: Inline }[] = [
    { what: 'Key', value: code(pathText(object)) },
    { what: 'In the key', value: joined(variables(site, object), '; ') },
    { what: 'Bucket', value: linkTo('s3', code(bucket.name), site.bucket(bucket.name)) },
    { what: 'Content type', value: code(object.contentType) },
    { what: 'Size', value: `at most ${sizeWords(object.maxBytes)}` },
    {
      what: 'Written',
      value:
        object.write === 'once'
          ? 'once: never replaced'
          : 'as versions: each change is a new object, and the pointer moves to it',
    },
    {
      what: 'Locked',
      value: bucket.lock === undefined ? '' : `for ${retention(bucket.lock)}, ${bucket.lock.mode} mode`,
    },
    { what: 'Its key is in', value: list(pointers) },
    { what: 'Why here', value: sentence(entity.s3?.why) },
    { what: 'Expected', value: volumeWords(object.volume, 'object') },
  ]
  return {
    id: site.object(entity.name, object.name).anchor ?? '',
    title: [entity.name, ' ', code(object.name)],
    lead: sentences([[strong(object.name), ' of ', recordLink(site, entity), '.'], sentence(object.about)]),
    rows: rows.filter(({ value }) => value !== ''),
  }
}

function recordLink(site: Site, entity: Entity): Inline {
  if (entity.postgres !== undefined) return [entity.name, ' (', tableLink(site, 's3', entity), ')']
  if (entity.mongo !== undefined) return [entity.name, ' (', collectionLink(site, 's3', entity), ')']
  return entity.name
}

function pointersTo(site: Site, entity: Entity, object: string): readonly Inline[] {
  const of = (part: 'postgres' | 'mongo', holder: Inline): readonly Inline[] =>
    (entity[part]?.fields ?? []).flatMap((field): readonly Inline[] =>
      field.type.kind === 'key' && field.type.object === object ? [[holder, '.', code(field.physical.text)]] : [],
    )
  return [...of('postgres', tableLink(site, 's3', entity)), ...of('mongo', collectionLink(site, 's3', entity))]
}

function variables(site: Site, object: S3Object): readonly Inline[] {
  const seen = new Map<string, PathVariable>()
  for (const segment of object.path) {
    for (const piece of segment) if (piece.kind === 'variable') seen.set(piece.variable.name, piece.variable)
  }
  return [...seen.values()].map((variable) => [code(variable.name), ': ', formWords(site, variable)])
}

function formWords(site: Site, { enum: values, form, idOf, name }: PathVariable): Inline {
  switch (form) {
    case 'ulid':
      if (idOf !== undefined) return `public id of ${idOf}`
      return name === 'object' ? 'a fresh ULID for each attempt' : 'a ULID'
    case 'uuid':
      return 'a UUID'
    case 'object_id':
      return 'an ObjectId'
    case 'int':
      return 'a whole number'
    case 'date':
      return 'a date'
    case 'enum':
      return values === undefined ? 'one of its values' : ['a ', linkTo('s3', values, site.enum(values))]
    case 'slug':
      return 'a short name of safe characters'
  }
}
