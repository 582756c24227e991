import { counted } from '../../../base/plural.ts'
import { speaksForItself } from '../../../figures/relations.ts'
import type { Entity, StoreName } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { collectionLink, linkTo, objectLink, type Site, tableLink } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { sentence, sentences, storeNamesInWords, volumeWords } from '../words.ts'

interface WhereRow {
  readonly store: StoreName
  readonly where: Inline
  readonly what: Inline
  readonly why: Inline
  readonly expected: Inline
}

/** In which stores an entity lives, what of it is there, and why there. */
export function whereTable(site: Site, entity: Entity): Table | undefined {
  const { page } = site.entity(entity.name)
  return tableOf(whereRows(site, entity), [
    ['Store', ({ store }) => linkTo(page, storeNamesInWords[store], { page: store })],
    ['Where', ({ where }) => where],
    ['What is there', ({ what }) => what],
    ['Why there', ({ why }) => why],
    ['Expected', ({ expected }) => expected],
  ])
}

function whereRows(site: Site, entity: Entity): readonly WhereRow[] {
  const { mongo, name, postgres, s3 } = entity
  const { page } = site.entity(name)
  const rows: WhereRow[] = []
  if (postgres !== undefined) {
    rows.push({
      store: 'postgres',
      where: ['table ', tableLink(site, page, entity)],
      what: holdings(entity, postgres),
      why: sentence(postgres.why),
      expected: volumeWords(postgres.volume, 'row'),
    })
  }
  if (mongo !== undefined) {
    rows.push({
      store: 'mongo',
      where: ['collection ', collectionLink(site, page, entity)],
      what: holdings(entity, mongo),
      why: sentence(mongo.why),
      expected: volumeWords(mongo.volume, 'document'),
    })
  }
  for (const object of s3?.objects ?? []) {
    const bucket = linkTo(page, code(object.bucket), site.bucket(object.bucket))
    rows.push({
      store: 's3',
      where: ['object ', objectLink(site, page, name, object.name), ' in bucket ', bucket],
      what: sentences([sentence(object.about), [code(object.contentType), '.']]),
      why: sentence(s3?.why),
      expected: volumeWords(object.volume, 'object'),
    })
  }
  return rows
}

/** Fields that are named before the others are only counted. */
const mostNamed = 6

/** What a part holds of its own: not its keys, nor what every record carries. */
function holdings(entity: Entity, part: { readonly store: StoreName; readonly fields: readonly Field[] }): Inline {
  const own = part.fields.filter(
    (field) => !field.primary && !field.publicId && !speaksForItself(field) && !isPointer(field),
  )
  const named = own.slice(0, mostNamed).map(({ physical }) => code(physical.text))
  const left = own.length - named.length
  const record = entity.split && part.store === entity.root ? 'The record of truth' : ''
  if (named.length === 0) return record === '' ? '' : `${record}.`
  return [record === '' ? '' : `${record}: `, joined(named), left > 0 ? ` and ${counted(left, 'more field')}` : '', '.']
}

function isPointer({ type }: Field): boolean {
  return type.kind === 'part' || type.kind === 'key'
}
