import { assertNever } from '../../base/internal-error.ts'
import { by } from '../../base/order.ts'
import { counted } from '../../base/plural.ts'
import { isTenant, linksOf } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field, Relation } from '../../model/field.ts'
import { referencesTo } from '../../model/lookup.ts'
import { code, type Inline, joined } from '../../print/markdown/inline.ts'
import { collectionLink, objectLink, type PageName, type Site, tableLink } from './site.ts'

/** What a record refers to, a line each: the references that a reader of the domain looks for. */
export function refersTo(
  site: Site,
  entity: Entity,
  part: { readonly store: 'postgres' | 'mongo'; readonly fields: readonly Field[] },
): readonly Inline[] {
  const page: PageName = part.store
  const relations = linksOf(site.model, part).map(({ field, relation, target, type }): Inline => {
    const document = type.mode === 'document' || type.holds === 'object_id' || target.postgres === undefined
    const to = document ? collectionLink(site, page, target) : tableLink(site, page, target)
    const rules = type.mode === 'foreign_key' ? deleteWords(relation) : ''
    return [to, ' by ', code(field.physical.text), field.optional ? ', optional' : '', rules]
  })
  const own = part.fields.flatMap((field): readonly Inline[] => {
    const by = [' by ', code(field.physical.text), field.optional ? ', optional' : '']
    if (field.type.kind === 'part') return [['its own document in ', collectionLink(site, page, entity), ...by]]
    if (field.type.kind !== 'key') return []
    return [['its own object ', objectLink(site, page, entity.name, field.type.object), ...by]]
  })
  return [...relations, ...own]
}

function deleteWords({ onDelete, onSoftDelete }: Relation): Inline {
  const soft = onSoftDelete === 'cascade' ? '; soft-deleted with it' : ''
  switch (onDelete) {
    case 'restrict':
      return `; it cannot be purged while this refers to it${soft}`
    case 'cascade':
      return `; purged with it${soft}`
    case 'set_null':
      return `; emptied when it is purged${soft}`
    default:
      return assertNever(onDelete)
  }
}

/** What refers to an entity, from any store; columns that nearly every table has share a line. */
export function referredBy(site: Site, entity: Entity, page: 'postgres' | 'mongo'): readonly Inline[] {
  const lines: Inline[] = []
  const books = new Map<string, { readonly name: string; readonly holder: string; readonly count: number }>()
  for (const { field, from, part } of referencesTo(site.model, entity.name)) {
    // A reference leads to one part of the entity: the document where it holds the id of one, else the row.
    const toDocument =
      entity.postgres === undefined ||
      (field.type.kind === 'ref' && (field.type.mode === 'document' || field.type.holds === 'object_id'))
    if (toDocument !== (page === 'mongo')) continue
    const name = field.physical.text
    const holder = part === 'postgres' ? 'table' : 'collection'
    if (field.relation?.bookkeeping === true || isTenant(site.model, field)) {
      const known = books.get(`${holder} ${name}`)
      books.set(`${holder} ${name}`, { name, holder, count: (known?.count ?? 0) + 1 })
      continue
    }
    const source = part === 'postgres' ? tableLink(site, page, from) : collectionLink(site, page, from)
    const inverse = field.relation?.inverse
    const many = inverse?.single === true ? ', at most one' : ''
    const member: Inline = inverse === undefined ? '' : [' (', code(inverse.member), many, ')']
    lines.push([source, ' by ', code(name), member])
  }
  if (entity.split && page === 'mongo' && entity.postgres !== undefined) {
    for (const field of entity.postgres.fields) {
      if (field.type.kind === 'part')
        lines.push(['its own row in ', tableLink(site, page, entity), ' by ', code(field.physical.text)])
    }
  }
  const summary = [...books.values()]
    .sort(by(({ holder, name }) => `${name} ${holder}`))
    .map(({ count, holder, name }): Inline => [code(name), ` of ${counted(count, holder)}`])
  return summary.length === 0 ? lines : [...lines, ['for the books: ', joined(summary)]]
}
