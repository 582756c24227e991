import { isTenant } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { entityNamed } from '../../model/lookup.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import { collectionLink, linkTo, objectLink, type PageName, type Site, tableLink } from './site.ts'
import type { Column } from './table.ts'

/** A reference that no database checks: from one store to another, between documents, to an object. */
export interface PointerRow {
  readonly from: Inline
  readonly by: Inline
  readonly holds: Inline
  readonly to: Inline
}

/** How the references that no database checks are told. */
export const pointerColumns: readonly Column<PointerRow>[] = [
  ['From', ({ from }) => from],
  ['By', ({ by }) => by],
  ['Holds', ({ holds }) => holds],
  ['To', ({ to }) => to],
]

/** The pointers of an entity, as a page names them: to its own parts and objects, and to records of other stores. */
export function pointerRows(site: Site, page: PageName, entity: Entity): readonly PointerRow[] {
  const rows: PointerRow[] = []
  for (const part of ['postgres', 'mongo'] as const) {
    for (const field of entity[part]?.fields ?? []) {
      const end = endOf(site, page, entity, field)
      if (end === undefined) continue
      rows.push({
        from: part === 'postgres' ? tableLink(site, page, entity) : collectionLink(site, page, entity),
        by: linkTo(page, code(field.physical.text), site.field(entity.name, part, field.name)),
        holds: end.holds,
        to: end.to,
      })
    }
  }
  return rows
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
