import { isTenant } from '../../figures/relations.ts'
import type { Entity, Tenancy } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { fieldOf } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import { code, type Inline, joined, link } from '../../print/markdown/inline.ts'
import { collectionLink, href, linkTo, objectLink, type PageName, type Site, tableLink } from './site.ts'
import { durationWords, list, physical, sentence, volumeWords } from './words.ts'

/** What holds for the records of a part: why they are there, whose they are, and what guards them. */
export function factsOf(site: Site, entity: Entity, part: PostgresPart | MongoPart): readonly Inline[] {
  const page: PageName = part.store
  const facts: readonly Inline[] = [
    part.why === undefined ? '' : ['Why here: ', sentence(part.why)],
    elsewhere(site, entity, page),
    tenantFact(site, entity, part),
    deleteFact(entity, part),
    part.appendOnly ? 'Append-only: a record is added and read, never changed.' : '',
    ...ownFacts(part),
    expected(volumeWords(part.volume, part.store === 'postgres' ? 'row' : 'document')),
    entity.was === undefined ? '' : ['Formerly ', code(entity.was), '.'],
  ]
  return facts.filter((fact) => fact !== '')
}

function ownFacts(part: PostgresPart | MongoPart): readonly Inline[] {
  if (part.store === 'postgres') {
    const { partition } = part
    return partition === undefined
      ? []
      : [['Partitioned: a partition for each month of ', physical(part, partition.by), '.']]
  }
  const { expire } = part
  return expire === undefined
    ? []
    : [
        [
          'Expires: MongoDB removes a document ',
          durationWords(expire.afterSeconds),
          ' after ',
          physical(part, expire.from),
          '.',
        ],
      ]
}

function expected(volume: Inline): Inline {
  return volume === '' ? '' : ['Expected: ', volume]
}

/** The other parts of a split entity. */
function elsewhere(site: Site, entity: Entity, page: PageName): Inline {
  const parts: Inline[] = []
  if (entity.postgres !== undefined && page !== 'postgres') parts.push(['table ', tableLink(site, page, entity)])
  if (entity.mongo !== undefined && page !== 'mongo') parts.push(['collection ', collectionLink(site, page, entity)])
  const objects = entity.s3?.objects ?? []
  if (objects.length > 0 && page !== 's3') {
    const noun = objects.length === 1 ? 'object ' : 'objects '
    parts.push([noun, joined(objects.map((object) => objectLink(site, page, entity.name, object.name)))])
  }
  if (parts.length === 0) return ''
  const picture: Inline = site.pages.has('entity-relations-nosql')
    ? [' (', linkTo(page, 'picture', site.crossStore(entity.name)), ')']
    : ''
  return ['Split: it has more in ', list(parts), picture, '.']
}

function tenantFact(site: Site, entity: Entity, part: PostgresPart | MongoPart): Inline {
  const { tenancy } = site.model.project
  if (tenancy === undefined) return ''
  const field = part.fields.find((candidate) => isTenant(site.model, candidate))
  return [
    'Tenant: ',
    tenantWords(entity.tenancy, field),
    entity.tenancy.why === undefined ? '.' : [': ', sentence(entity.tenancy.why)],
  ]
}

function tenantWords({ mode }: Tenancy, field: Field | undefined): Inline {
  const name: Inline = field === undefined ? 'its tenant' : code(field.physical.text)
  switch (mode) {
    case 'required':
      return ['every record belongs to one, by ', name]
    case 'shared':
      return ['a record belongs to one, by ', name, ', or, where that is empty, is read by all and changed by none']
    case 'self':
      return 'the records are the tenants themselves'
    case 'none':
      return 'none; the records belong to no tenant'
  }
}

function deleteFact(entity: Entity, part: PostgresPart | MongoPart): Inline {
  const { softDelete } = entity
  if (softDelete === undefined || part.store !== entity.root) return ''
  const marks = [softDelete.on, ...(softDelete.by === undefined ? [] : [softDelete.by])]
  const known = marks.filter((name) => fieldOf(part, name) !== undefined)
  return ['Soft delete: a deleted record stays, marked by ', list(known.map((name) => physical(part, name))), '.']
}

/** A link to a published picture, relative to the pages. */
export function pictureLink(label: Inline, path: string): Inline {
  return link(label, `../diagrams/${path}.mmd`)
}

export function pageLink(from: PageName, label: Inline, page: PageName): Inline {
  return link(label, href(from, { page }))
}
