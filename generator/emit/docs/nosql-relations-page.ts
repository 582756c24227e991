import { counted } from '../../base/plural.ts'
import { figuresOf } from '../../figures/figures.ts'
import { isTenant } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { entityNamed, inMongo } from '../../model/lookup.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import type { Template } from '../../print/template/render.ts'
import { pageLink } from './facts.ts'
import { collectionLink, linkTo, objectLink, type Site, tableLink } from './site.ts'
import { templates } from './templates.ts'
import { sentence } from './words.ts'

interface NosqlRelationsView {
  readonly lead: Inline
  readonly collections: readonly { readonly picture: string }[]
  readonly references: readonly Reference[]
  readonly entries: readonly Inline[]
  readonly stores: readonly {
    readonly id: string
    readonly name: string
    readonly about: Inline
    readonly picture: string
  }[]
}

interface Reference {
  readonly from: Inline
  readonly by: Inline
  readonly holds: Inline
  readonly to: Inline
}

const page: Template<NosqlRelationsView> = templates.named<NosqlRelationsView>('relations-nosql')
const here = 'entity-relations-nosql'

export function nosqlRelationsPage(site: Site): string {
  const { model } = site
  const figures = figuresOf(model)
  return page.render({
    lead: [
      `${counted(inMongo(model).length, 'collection')}, and what leads from one store to another. No database checks `,
      'these references.',
      ...(site.pages.has('mongo') ? [' Fields and indexes are in ', pageLink(here, 'MongoDB', 'mongo'), '.'] : []),
    ],
    collections: figures.nosql.map(({ text }) => ({ picture: text })),
    references: model.entities.flatMap((entity) => [
      ...references(site, entity, 'postgres'),
      ...references(site, entity, 'mongo'),
    ]),
    entries: [...figures.crossStore.keys()].map((name) => linkTo(here, name, site.crossStore(name))),
    stores: [...figures.crossStore].map(([name, { text }]) => ({
      id: site.crossStore(name).anchor ?? '',
      name,
      about: sentence(entityNamed(model, name).about),
      picture: text,
    })),
  })
}

/** The pointers of a part: references that are no foreign keys, the document of a split entity, and keys of objects. */
function references(site: Site, entity: Entity, part: 'postgres' | 'mongo'): readonly Reference[] {
  const from = part === 'postgres' ? tableLink(site, here, entity) : collectionLink(site, here, entity)
  return (entity[part]?.fields ?? []).flatMap((field) => {
    const end = endOf(site, entity, field)
    return end === undefined ? [] : [{ from, by: code(field.physical.text), ...end }]
  })
}

function endOf(site: Site, entity: Entity, field: Field): Pick<Reference, 'holds' | 'to'> | undefined {
  const { relation, type } = field
  switch (type.kind) {
    case 'part':
      return { holds: code('_id'), to: collectionLink(site, here, entity) }
    case 'key':
      return { holds: 'key', to: [entity.name, ' ', objectLink(site, here, entity.name, type.object)] }
    case 'ref': {
      if (type.mode === 'foreign_key' || relation?.bookkeeping === true || isTenant(site.model, field)) return undefined
      const target = entityNamed(site.model, type.entity)
      const document = type.mode === 'document' || type.holds === 'object_id' || target.postgres === undefined
      return {
        holds: type.holds === 'object_id' ? code('_id') : 'public id',
        to: document ? collectionLink(site, here, target) : tableLink(site, here, target),
      }
    }
    default:
      return undefined
  }
}
