import { stems } from '../../figures/stems.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { inMongo, inPostgres, objectsOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { code, type Inline, link } from '../../print/markdown/inline.ts'

/** The pages that a spec has once. */
export const pageNames = [
  'overview',
  'postgres',
  'mongo',
  's3',
  'entity-relations-sql',
  'entity-relations-nosql',
] as const

/** A page by its path without `.md`, relative to the folder of the pages. */
export type PageName = (typeof pageNames)[number] | `entities/${string}` | `domains/${string}`

/** A place that can be linked to: a page, or an anchor of it. */
export interface Place {
  readonly page: PageName
  readonly anchor?: string
}

/** Where everything of a spec is described. Anchors are of our own, since a code host makes a heading's as it likes. */
export interface Site {
  readonly model: Model
  readonly pages: ReadonlySet<PageName>
  /** The page of an entity: all its parts at once. */
  readonly entity: (name: string) => Place
  /** A field of a part of an entity, by its logical name. */
  readonly field: (entity: string, part: 'postgres' | 'mongo', name: string) => Place
  /** The page of a domain. */
  readonly domainPage: (name: string) => Place
  readonly domain: (page: PageName, name: string) => Place
  readonly table: (entity: string) => Place
  readonly collection: (entity: string) => Place
  readonly object: (entity: string, object: string) => Place
  readonly bucket: (name: string) => Place
  readonly enum: (name: string) => Place
  readonly valueType: (name: string) => Place
  readonly lifecycle: (entity: string) => Place
  readonly crossStore: (entity: string) => Place
}

export function siteOf(model: Model): Site {
  const entity = stems(model.entities.map(({ name }) => name))
  const enumStems = stems(model.enums.map(({ name }) => name))
  const valueTypes = stems(model.valueTypes.map(({ name }) => name))
  const buckets = stems((model.project.stores.s3?.buckets ?? []).map(({ name }) => name))
  const objects = new Map(
    model.entities.map(({ name, s3 }) => [name, stems((s3?.objects ?? []).map((object) => object.name))]),
  )
  const fields = fieldStems(model)
  const pages = pagesOf(model)
  const home = homes(model, pages)
  const domains = new Map(model.domains.map(({ key, name }) => [name, key]))
  const of = (known: ReadonlyMap<string, string>, name: string): string => known.get(name) ?? name
  return {
    model,
    pages,
    entity: (name) => ({ page: `entities/${of(entity, name)}` }),
    field: (name, part, field) => ({
      page: `entities/${of(entity, name)}`,
      anchor: `${part === 'postgres' ? 'column' : 'field'}-${of(fields(name, part), field)}`,
    }),
    domainPage: (name) => ({ page: `domains/${of(domains, name)}` }),
    domain: (page, name) => ({ page, anchor: `domain-${of(domains, name)}` }),
    table: (name) => ({ page: 'postgres', anchor: `table-${of(entity, name)}` }),
    collection: (name) => ({ page: 'mongo', anchor: `collection-${of(entity, name)}` }),
    // Two hyphens, which no stem has, keep `a-b` and `c` from meeting `a` and `b-c`.
    object: (name, object) => ({
      page: 's3',
      anchor: `object-${of(entity, name)}--${of(objects.get(name) ?? new Map(), object)}`,
    }),
    bucket: (name) => ({ page: 's3', anchor: `bucket-${of(buckets, name)}` }),
    enum: (name) => ({ page: home.enums.get(name) ?? 'postgres', anchor: `enum-${of(enumStems, name)}` }),
    valueType: (name) => ({ page: home.valueTypes.get(name) ?? 'mongo', anchor: `shape-${of(valueTypes, name)}` }),
    lifecycle: (name) => ({ page: 'postgres', anchor: `life-cycle-${of(entity, name)}` }),
    crossStore: (name) => ({ page: 'entity-relations-nosql', anchor: `stores-${of(entity, name)}` }),
  }
}

/** The address of a place, as a page says it. */
export function href(from: PageName, { anchor, page }: Place): string {
  const file = from === page && anchor !== undefined ? '' : relativePath(from, page)
  return anchor === undefined ? file : `${file}#${anchor}`
}

/** Pages lie in one folder or in one below it. */
function relativePath(from: PageName, to: PageName): string {
  const folder = from.slice(0, from.indexOf('/') + 1)
  if (folder === '') return `${to}.md`
  return to.startsWith(folder) ? `${to.slice(folder.length)}.md` : `../${to}.md`
}

/** The stems of the fields of each part, made when a part is first asked for. */
function fieldStems(model: Model): (entity: string, part: 'postgres' | 'mongo') => ReadonlyMap<string, string> {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (entity, part) => {
    const key = `${part} ${entity}`
    const made = known.get(key)
    if (made !== undefined) return made
    const fields = model.byName.entities.get(entity)?.[part]?.fields ?? []
    const fresh = stems(fields.map(({ name }) => name))
    known.set(key, fresh)
    return fresh
  }
}

export function linkTo(from: PageName, label: Inline, place: Place): Inline {
  return link(label, href(from, place))
}

export function tableLink(site: Site, from: PageName, entity: Entity): Inline {
  const label = code(entity.postgres?.table.text ?? entity.name)
  return entity.postgres === undefined ? label : linkTo(from, label, site.table(entity.name))
}

export function collectionLink(site: Site, from: PageName, entity: Entity): Inline {
  const label = code(entity.mongo?.collection.text ?? entity.name)
  return entity.mongo === undefined ? label : linkTo(from, label, site.collection(entity.name))
}

export function objectLink(site: Site, from: PageName, entity: string, object: string): Inline {
  return linkTo(from, code(object), site.object(entity, object))
}

/** A page exists where there is something to tell. */
function pagesOf(model: Model): ReadonlySet<PageName> {
  const pages = new Set<PageName>(['overview'])
  const sql = inPostgres(model).length > 0
  const nosql = inMongo(model).length > 0
  const types = model.enums.length + model.valueTypes.length > 0
  if (sql || (types && !nosql)) pages.add('postgres')
  if (nosql) pages.add('mongo')
  if (objectsOf(model).length > 0 || (model.project.stores.s3?.buckets.length ?? 0) > 0) pages.add('s3')
  if (sql) pages.add('entity-relations-sql')
  if (nosql || model.entities.some(({ split }) => split)) pages.add('entity-relations-nosql')
  return pages
}

interface Homes {
  readonly enums: ReadonlyMap<string, PageName>
  readonly valueTypes: ReadonlyMap<string, PageName>
}

/** The page that tells of each enum and value type: enums with the tables, shapes with the documents, if these use them. */
function homes(model: Model, pages: ReadonlySet<PageName>): Homes {
  const used = {
    postgres: usedBy(
      model,
      inPostgres(model).map((entity) => entity.postgres),
    ),
    mongo: usedBy(
      model,
      inMongo(model).map((entity) => entity.mongo),
    ),
  }
  const choose = (name: string, first: 'postgres' | 'mongo', second: 'postgres' | 'mongo'): PageName => {
    if (pages.has(first) && (used[first].has(name) || !used[second].has(name))) return first
    return pages.has(second) ? second : first
  }
  return {
    enums: new Map(model.enums.map(({ name }) => [name, choose(name, 'postgres', 'mongo')])),
    valueTypes: new Map(model.valueTypes.map(({ name }) => [name, choose(name, 'mongo', 'postgres')])),
  }
}

/** Names of the enums and value types in these parts, those within value types included. */
function usedBy(model: Model, parts: readonly { readonly fields: readonly Field[] }[]): ReadonlySet<string> {
  const names = new Set<string>()
  const waiting: (readonly Field[])[] = parts.map(({ fields }) => fields)
  for (let at = 0; at < waiting.length; at += 1) {
    for (const { type } of waiting[at] ?? []) {
      if (type.kind === 'enum') names.add(type.enum)
      if (type.kind !== 'value' || names.has(type.valueType)) continue
      names.add(type.valueType)
      waiting.push(model.byName.valueTypes.get(type.valueType)?.fields ?? [])
    }
  }
  return names
}
