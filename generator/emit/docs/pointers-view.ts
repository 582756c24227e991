import { isTenant } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { entityNamed } from '../../model/lookup.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import { collectionLink, linkTo, objectLink, type PageName, type Site, tableLink } from './site.ts'
import { type Table, tableOf } from './table.ts'

/** A reference that no database checks: from one store to another, between documents, to an object. */
export interface PointerRow {
  readonly from: Inline
  readonly by: Inline
  readonly holds: Inline
  readonly to: Inline
}

/** The references of these rows that no database checks. */
export function pointerTable(rows: readonly PointerRow[]): Table | undefined {
  return tableOf(rows, [
    ['From', ({ from }) => from],
    ['By', ({ by }) => by],
    ['Holds', ({ holds }) => holds],
    ['To', ({ to }) => to],
  ])
}

/** The pointers of an entity, as a page names them: to its own parts and objects, and to records of other stores. */
export function pointerRows(site: Site, page: PageName, entity: Entity): readonly PointerRow[] {
  return (['postgres', 'mongo'] as const).flatMap((part) => {
    const from = part === 'postgres' ? tableLink(site, page, entity) : collectionLink(site, page, entity)
    return (entity[part]?.fields ?? []).flatMap((field): readonly PointerRow[] => {
      const end = endOf(site, page, entity, field)
      const by = linkTo(page, code(field.physical.text), site.field(entity.name, part, field.name))
      return end === undefined ? [] : [{ from, by, ...end }]
    })
  })
}

function endOf(site: Site, page: PageName, entity: Entity, field: Field): Pick<PointerRow, 'holds' | 'to'> | undefined {
  const { relation, type } = field
  switch (type.kind) {
    case 'part':
      return { holds: code('_id'), to: collectionLink(site, page, entity) }
    case 'key':
      return { holds: 'key', to: [entity.name, ' ', objectLink(site, page, entity.name, type.object)] }
    case 'ref': {
      if (type.mode === 'foreign_key' || relation?.bookkeeping === true || isTenant(site.model, field)) return undefined
      const target = entityNamed(site.model, type.entity)
      const document = type.mode === 'document' || type.holds === 'object_id' || target.postgres === undefined
      return {
        holds: type.holds === 'object_id' ? code('_id') : 'public id',
        to: document ? collectionLink(site, page, target) : tableLink(site, page, target),
      }
    }
    default:
      return undefined
  }
}
