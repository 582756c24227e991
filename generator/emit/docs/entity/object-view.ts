import { pathText } from '../../../figures/nosql-boxes.ts'
import type { Entity } from '../../../model/entity.ts'
import { bucketNamed, fieldNamed } from '../../../model/lookup.ts'
import { objectPointers } from '../../../model/pointers.ts'
import type { PathVariable, S3Object } from '../../../model/s3.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { lockWords } from '../bucket-words.ts'
import { linkTo, type PageName, type Site } from '../site.ts'
import { list, sentence, sizeWords } from '../words.ts'

/** A kind of object, as the page of its entity tells it. */
export interface ObjectView {
  readonly id: string
  readonly title: Inline
  readonly about: Inline
  readonly rows: readonly { readonly what: string; readonly value: Inline }[]
}

export function objectView(site: Site, entity: Entity, object: S3Object): ObjectView {
  const { page } = site.entity(entity.name)
  const bucket = bucketNamed(site.model, object.bucket)
  const rows: ObjectView['rows'] = [
    { what: 'Key', value: code(pathText(object)) },
    { what: 'In the key', value: joined(variables(site, page, object), '; ') },
    { what: 'Bucket', value: linkTo(page, code(bucket.name), site.bucket(bucket.name)) },
    { what: 'Content type', value: code(object.contentType) },
    { what: 'Size', value: `at most ${sizeWords(object.maxBytes)}` },
    { what: 'Written', value: writtenWords[object.write] },
    { what: 'Locked', value: bucket.lock === undefined ? '' : `for ${lockWords(bucket.lock)}` },
    { what: 'Its key is in', value: list(keepers(site, entity, object.name)) },
    { what: 'Its digest is in', value: list(keptIn(site, entity, object, object.keep?.sha256)) },
    { what: 'Its size is in', value: list(keptIn(site, entity, object, object.keep?.size)) },
  ]
  return {
    id: site.object(entity.name, object.name).anchor ?? '',
    title: ['Object ', code(object.name)],
    about: sentence(object.about),
    rows: rows.filter(({ value }) => value !== ''),
  }
}

const writtenWords: Readonly<Record<S3Object['write'], string>> = {
  once: 'once: never replaced',
  versions: 'as versions: each change is a new object, and the pointer moves to it',
}

/** The fields of the entity's records that keep the key of one of its objects. */
function keepers(site: Site, entity: Entity, object: string): readonly Inline[] {
  const { page } = site.entity(entity.name)
  const of = (part: 'postgres' | 'mongo', holder: string | undefined): readonly Inline[] =>
    (entity[part]?.fields ?? []).flatMap((field): readonly Inline[] =>
      field.type.kind === 'key' && field.type.object === object
        ? [linkTo(page, code(`${holder}.${field.physical.text}`), site.field(entity.name, part, field.name))]
        : [],
    )
  return [...of('postgres', entity.postgres?.table.text), ...of('mongo', entity.mongo?.collection.text)]
}

/** The field beside the object's key that the data layer fills. */
function keptIn(site: Site, entity: Entity, object: S3Object, name: string | undefined): readonly Inline[] {
  const [pointer] = objectPointers(entity).get(object.name) ?? []
  const part = pointer && entity[pointer.part]
  if (part === undefined || name === undefined) return []
  const { page } = site.entity(entity.name)
  const holder = part.store === 'postgres' ? part.table.text : part.collection.text
  const column = fieldNamed(part, name).physical.text
  return [linkTo(page, code(`${holder}.${column}`), site.field(entity.name, part.store, name))]
}

function variables(site: Site, page: PageName, object: S3Object): readonly Inline[] {
  const seen = new Map<string, PathVariable>()
  for (const segment of object.path) {
    for (const piece of segment) if (piece.kind === 'variable') seen.set(piece.variable.name, piece.variable)
  }
  return [...seen.values()].map((variable) => [code(variable.name), ': ', formWords(site, page, variable)])
}

function formWords(site: Site, page: PageName, { enum: values, form, idOf, name }: PathVariable): Inline {
  switch (form) {
    case 'ulid':
      if (idOf !== undefined) return ['public id of ', linkTo(page, idOf, site.entity(idOf))]
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
      return values === undefined ? 'one of its values' : ['a ', linkTo(page, values, site.enum(values))]
    case 'slug':
      return 'a short name of safe characters'
  }
}
