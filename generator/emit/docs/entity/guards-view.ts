import { isTenant } from '../../../figures/relations.ts'
import type { Entity, Tenancy } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { linkTo, pageLink, type Site } from '../site.ts'
import { list, physical, sentence } from '../words.ts'

type Part = { readonly store: 'postgres' | 'mongo'; readonly fields: readonly Field[] }

/** What guards the records of an entity: whose they are, who may change them, and what may be found without a tenant. */
export function guards(site: Site, entity: Entity): readonly Inline[] {
  const facts: readonly Inline[] = [
    tenantFact(site, entity),
    appendOnlyFact(entity),
    lifecycleFact(site, entity),
    ...partsOf(entity).flatMap((part) => [
      neverChanged(site, entity, part),
      lookups(site, entity, part),
      classified(site, entity, part, 'pii'),
      classified(site, entity, part, 'secret'),
    ]),
  ]
  return facts.filter((fact) => fact !== '')
}

function partsOf({ mongo, postgres }: Entity): readonly Part[] {
  return [...(postgres === undefined ? [] : [postgres]), ...(mongo === undefined ? [] : [mongo])]
}

const storeWords: Readonly<Record<Part['store'], string>> = { postgres: 'in PostgreSQL', mongo: 'in MongoDB' }

function tenantFact(site: Site, entity: Entity): Inline {
  const { tenancy } = site.model.project
  if (tenancy === undefined) return ''
  const marks: Inline[] = []
  for (const part of partsOf(entity)) {
    const field = part.fields.find((candidate) => isTenant(site.model, candidate))
    if (field !== undefined) marks.push([columnLink(site, entity, part, field), ` ${storeWords[part.store]}`])
  }
  if (entity.s3 !== undefined) marks.push('the beginning of every key in S3')
  return [
    'Tenant: ',
    tenantWords(entity.tenancy, marks),
    entity.tenancy.why === undefined ? '.' : [': ', sentence(entity.tenancy.why)],
    guardedBy(entity, tenancy.enforce),
  ]
}

function tenantWords({ mode }: Tenancy, marks: readonly Inline[]): Inline {
  const by: Inline = marks.length === 0 ? '' : [', by ', list(marks)]
  switch (mode) {
    case 'required':
      return ['every record belongs to one', by]
    case 'shared':
      return ['a record belongs to one', by, ', or, where that is empty, is read by all and changed by none']
    case 'self':
      return 'the records are the tenants themselves'
    case 'none':
      return 'none; the records belong to no tenant'
  }
}

function guardedBy({ postgres, tenancy }: Entity, enforce: 'rls' | 'application'): string {
  if (tenancy.mode === 'none' || postgres === undefined || enforce !== 'rls') return ''
  return ' Row-level security of PostgreSQL sees to it.'
}

function appendOnlyFact({ mongo, postgres }: Entity): Inline {
  const which = [...(postgres?.appendOnly === true ? ['row'] : []), ...(mongo?.appendOnly === true ? ['document'] : [])]
  return which.length === 0 ? '' : `Append-only: a ${which.join(' or a ')} is added and read, never changed.`
}

function lifecycleFact(site: Site, entity: Entity): Inline {
  const { lifecycle } = entity.postgres ?? {}
  if (entity.postgres === undefined || lifecycle === undefined) return ''
  const { page } = site.entity(entity.name)
  return [
    'Life cycle: ',
    physical(entity.postgres, lifecycle.field),
    ' moves along its ',
    linkTo(page, 'arrows', site.lifecycle(entity.name)),
    ' only.',
  ]
}

/** Fields that keep their first value, of a record that may change otherwise. */
function neverChanged(site: Site, entity: Entity, part: Part): Inline {
  if (entity[part.store]?.appendOnly === true) return ''
  const fixed = part.fields.filter((field) => field.immutable && !field.primary && !field.publicId)
  const own = fixed.filter((field) => !isTenant(site.model, field) && field.origin.kind === 'own')
  if (own.length === 0) return ''
  return [`Never changed ${storeWords[part.store]}: `, list(own.map((f) => columnLink(site, entity, part, f))), '.']
}

function lookups(site: Site, entity: Entity, part: Part): Inline {
  const found = part.fields.filter(({ lookup }) => lookup === 'global')
  if (found.length === 0) return ''
  const ways = found.map((field): Inline => {
    const column = columnLink(site, entity, part, field)
    return field.finder === undefined ? column : [column, ' (function ', code(field.finder.text), ')']
  })
  return ['Looked up before the tenant is known, for ids only: by ', list(ways), '.']
}

function classified(site: Site, entity: Entity, part: Part, as: 'pii' | 'secret'): Inline {
  const found = part.fields.filter(({ classify }) => classify === as)
  if (found.length === 0) return ''
  const { page } = site.entity(entity.name)
  const label =
    as === 'pii' && site.pages.has('personal-data')
      ? pageLink(page, 'Personal data', 'personal-data')
      : { pii: 'Personal data', secret: 'Secret' }[as]
  return [label, ` ${storeWords[part.store]}: `, list(found.map((field) => columnLink(site, entity, part, field))), '.']
}

function columnLink(site: Site, entity: Entity, { store }: Part, field: Field): Inline {
  return linkTo(site.entity(entity.name).page, code(field.physical.text), site.field(entity.name, store, field.name))
}
