import { assertNever } from '../../../base/internal-error.ts'
import { by } from '../../../base/order.ts'
import { counted } from '../../../base/plural.ts'
import { isTenant, linksOf } from '../../../figures/relations.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Field, Relation } from '../../../model/field.ts'
import { referencesTo } from '../../../model/lookup.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { collectionLink, entityLink, linkTo, type PageName, type Site, tableLink } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { manyWords } from '../words.ts'

/** The relations of an entity in both directions; absent where it has none. */
export interface RelationsView {
  readonly refersTo: Table | undefined
  readonly referredBy: Table | undefined
  /** Whether anything refers to it. */
  readonly referred: boolean
  /** Columns that nearly every table has, counted. */
  readonly books: Inline
}

interface Row {
  readonly other: Inline
  readonly part: Inline
  readonly by: Inline
  readonly many: string
  readonly note: Inline
}

export function relationsView(site: Site, entity: Entity): RelationsView | undefined {
  const refers = outward(site, entity)
  const { books, rows } = inward(site, entity)
  if (refers.length + rows.length + books.length === 0) return undefined
  return {
    refersTo: tableOf(refers, [
      ['To', ({ other }) => other],
      ['Where that is', ({ part }) => part],
      ['By', (row) => row.by],
      ['How many', ({ many }) => many],
      ['When that is purged', ({ note }) => note],
    ]),
    referredBy: tableOf(rows, [
      ['From', ({ other }) => other],
      ['Where that is', ({ part }) => part],
      ['By', (row) => row.by],
      ['How many', ({ many }) => many],
      ['Called', ({ note }) => note],
    ]),
    referred: rows.length + books.length > 0,
    books: books.length === 0 ? '' : ['By fields that nearly every record has: ', joined(books), '.'],
  }
}

/** What the records refer to: the references that a reader of the domain looks for. */
function outward(site: Site, entity: Entity): readonly Row[] {
  const { page } = site.entity(entity.name)
  return (['postgres', 'mongo'] as const).flatMap((store) =>
    linksOf(site.model, entity[store]).map(({ field, relation, target, type }): Row => {
      const document = type.mode === 'document' || type.holds === 'object_id' || target.postgres === undefined
      return {
        other: entityLink(site, page, target.name),
        part: document ? collectionLink(site, page, target) : tableLink(site, page, target),
        by: fieldLink(site, page, entity, store, field),
        many: manyWords({ field, relation }),
        note: type.mode === 'foreign_key' ? purgeWords(relation) : 'nothing: no database checks it',
      }
    }),
  )
}

function purgeWords({ onDelete, onSoftDelete }: Relation): string {
  const soft = onSoftDelete === 'cascade' ? '; soft-deleted with it' : ''
  switch (onDelete) {
    case 'restrict':
      return `refused, while this refers to it${soft}`
    case 'cascade':
      return `purged with it${soft}`
    case 'set_null':
      return `emptied${soft}`
    default:
      return assertNever(onDelete)
  }
}

/** What refers to an entity, from any store; columns that nearly every table has are counted. */
function inward(site: Site, entity: Entity): { readonly rows: readonly Row[]; readonly books: readonly Inline[] } {
  const { page } = site.entity(entity.name)
  const rows: Row[] = []
  const counts = new Map<string, { readonly name: string; readonly holder: string; readonly count: number }>()
  for (const { field, from, part } of referencesTo(site.model, entity.name)) {
    const name = field.physical.text
    if (field.relation?.bookkeeping === true || isTenant(site.model, field)) {
      const holder = part === 'postgres' ? 'table' : 'collection'
      const known = counts.get(`${holder} ${name}`)
      counts.set(`${holder} ${name}`, { name, holder, count: (known?.count ?? 0) + 1 })
      continue
    }
    const inverse = field.relation?.inverse
    rows.push({
      other: entityLink(site, page, from.name),
      part: part === 'postgres' ? tableLink(site, page, from) : collectionLink(site, page, from),
      by: fieldLink(site, page, from, part, field),
      many: inverse === undefined ? '' : inverse.single ? 'at most one' : 'many',
      note: inverse === undefined ? '' : code(inverse.member),
    })
  }
  const books = [...counts.values()]
    .sort(by(({ holder, name }) => `${name} ${holder}`))
    .map(({ count, holder, name }): Inline => [code(name), ` of ${counted(count, holder)}`])
  return { rows, books }
}

function fieldLink(site: Site, page: PageName, entity: Entity, part: 'postgres' | 'mongo', field: Field): Inline {
  return linkTo(page, code(field.physical.text), site.field(entity.name, part, field.name))
}
