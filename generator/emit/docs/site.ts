import { stems } from '../../figures/stems.ts'
import type { Entity } from '../../model/entity.ts'
import { memoryOf } from '../../model/memory/model-memory.ts'
import { recalling } from '../../model/memory/recalling.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { code, type Inline, link } from '../../print/markdown/inline.ts'
import { type PageName, pagesOf } from './pages.ts'

export type { PageName } from './pages.ts'

/** A place that can be linked to: a page, or an anchor of it. */
export interface Place {
  readonly page: PageName
  readonly anchor?: string
}

/** Where everything of a spec is described. Anchors are of our own, since a code host makes a heading's as it likes. */
export interface Site {
  readonly model: Model
  /** The pages that the spec has once; every entity and every domain has one besides. */
  readonly pages: ReadonlySet<PageName>
  /** The same in one text, by which it is seen whether they are the same. */
  readonly present: string
  /** The page of an entity: all its parts at once. */
  readonly entity: (name: string) => Place
  /** A field of a part of an entity, by its logical name. */
  readonly field: (entity: string, part: 'postgres' | 'mongo', name: string) => Place
  readonly table: (entity: string) => Place
  readonly collection: (entity: string) => Place
  readonly object: (entity: string, object: string) => Place
  readonly lifecycle: (entity: string) => Place
  readonly neighbours: (entity: string) => Place
  /** How the parts of an entity point to each other, and to records of other stores. */
  readonly crossStore: (entity: string) => Place
  readonly readPath: (entity: string) => Place
  /** The page of a domain. */
  readonly domainPage: (name: string) => Place
  /** A domain's chapter of a page that has one for each. */
  readonly domain: (page: PageName, name: string) => Place
  readonly bucket: (name: string) => Place
  readonly enum: (name: string) => Place
  readonly enumValue: (name: string, value: string) => Place
  readonly valueType: (name: string) => Place
  readonly valueTypeField: (name: string, field: string) => Place
}

const known = new WeakMap<Model, Site>()

/** The site of a model; made once, since reports, pages and registers all ask for it. */
export function siteOf(model: Model): Site {
  const site = known.get(model) ?? makeSite(model)
  known.set(model, site)
  return site
}

const traced = {
  entityPages: tracedMaps<PageName>(),
  enums: tracedMaps<string>(),
  valueTypes: tracedMaps<string>(),
  buckets: tracedMaps<string>(),
  domains: tracedMaps<string>(),
}

const recalled = {
  columns: recalling<ReadonlyMap<string, string>>(),
  documentFields: recalling<ReadonlyMap<string, string>>(),
  objects: recalling<ReadonlyMap<string, string>>(),
  values: recalling<ReadonlyMap<string, string>>(),
  shapeFields: recalling<ReadonlyMap<string, string>>(),
}

function makeSite(model: Model): Site {
  const stemsOf = (items: readonly { readonly name: string }[]): ReadonlyMap<string, string> =>
    stems(items.map(({ name }) => name))
  const pagesOfEntities = new Map<string, PageName>()
  for (const [name, stem] of stemsOf(model.entities)) pagesOfEntities.set(name, `entities/${stem}`)
  const entityPages = traced.entityPages(model, pagesOfEntities)
  const enums = traced.enums(model, stemsOf(model.enums))
  const valueTypes = traced.valueTypes(model, stemsOf(model.valueTypes))
  const buckets = traced.buckets(model, stemsOf(model.project.stores.s3?.buckets ?? []))
  const domains = traced.domains(model, new Map(model.domains.map(({ key, name }) => [name, key])))
  const { byName } = model
  const columns = inner(
    { model, recall: recalled.columns },
    'column-',
    (name) => byName.entities.get(name)?.postgres?.fields,
  )
  const documentFields = inner(
    { model, recall: recalled.documentFields },
    'field-',
    (name) => byName.entities.get(name)?.mongo?.fields,
  )
  const objects = inner(
    { model, recall: recalled.objects },
    'object-',
    (name) => byName.entities.get(name)?.s3?.objects,
  )
  // Two hyphens, which no stem has, keep `a-b` and `c` from meeting `a` and `b-c`.
  const values = inner({ model, recall: recalled.values }, '--', (name) => byName.enums.get(name)?.values)
  const shapeFields = inner(
    { model, recall: recalled.shapeFields },
    '--',
    (name) => byName.valueTypes.get(name)?.fields,
  )
  const entityPage = (name: string): PageName => entityPages.get(name) ?? `entities/${name}`
  const onEntity = (anchor: string) => (name: string) => ({ page: entityPage(name), anchor })
  const pages = pagesOf(model)
  return {
    model,
    pages,
    present: [...pages].join(),
    entity: (name) => ({ page: entityPage(name) }),
    field: (name, part, field) => ({
      page: entityPage(name),
      anchor: part === 'postgres' ? columns(name, field) : documentFields(name, field),
    }),
    table: onEntity('table'),
    collection: onEntity('collection'),
    object: (name, object) => ({ page: entityPage(name), anchor: objects(name, object) }),
    lifecycle: onEntity('life-cycle'),
    neighbours: onEntity('neighbours'),
    crossStore: onEntity('stores'),
    readPath: onEntity('read'),
    domainPage: (name) => ({ page: `domains/${of(domains, name)}` }),
    domain: (page, name) => ({ page, anchor: `domain-${of(domains, name)}` }),
    bucket: (name) => ({ page: 's3', anchor: `bucket-${of(buckets, name)}` }),
    enum: (name) => ({ page: 'enums', anchor: `enum-${of(enums, name)}` }),
    enumValue: (name, value) => ({ page: 'enums', anchor: `enum-${of(enums, name)}${values(name, value)}` }),
    valueType: (name) => ({ page: 'shapes', anchor: `shape-${of(valueTypes, name)}` }),
    valueTypeField: (name, field) => ({
      page: 'shapes',
      anchor: `shape-${of(valueTypes, name)}${shapeFields(name, field)}`,
    }),
  }
}

function of(stemOf: ReadonlyMap<string, string>, name: string): string {
  return stemOf.get(name) ?? name
}

/** The anchors of what an owner holds: a stem of each behind `before`. Made when one of them is first asked for. */
function inner(
  {
    model,
    recall,
  }: { readonly model: Model; readonly recall: ReturnType<typeof recalling<ReadonlyMap<string, string>>> },
  before: string,
  itemsOf: (owner: string) => readonly { readonly name: string }[] | undefined,
): (owner: string, name: string) => string {
  const made = new Map<string, ReadonlyMap<string, string>>()
  const make = (owner: string): ReadonlyMap<string, string> => {
    const anchors = new Map<string, string>()
    for (const [name, stem] of stems((itemsOf(owner) ?? []).map((item) => item.name))) anchors.set(name, before + stem)
    return anchors
  }
  const anchorsOf = (owner: string): ReadonlyMap<string, string> => {
    // Where a spec is followed it is recalled, so that whoever asks has read what the anchors are made of.
    if (memoryOf(model) !== undefined) return recall(model, owner, [], () => make(owner))
    const anchors = made.get(owner) ?? make(owner)
    made.set(owner, anchors)
    return anchors
  }
  return (owner, name) => anchorsOf(owner).get(name) ?? before + name
}

/** The address of a place, as a page says it. */
function href(from: PageName, { anchor, page }: Place): string {
  const file = from === page && anchor !== undefined ? '' : relativePath(from, page)
  return anchor === undefined ? file : `${file}#${anchor}`
}

/** Pages lie in one folder or in one below it. */
function relativePath(from: PageName, to: PageName): string {
  const folder = from.slice(0, from.indexOf('/') + 1)
  if (folder === '') return `${to}.md`
  return to.startsWith(folder) ? `${to.slice(folder.length)}.md` : `../${to}.md`
}

export function linkTo(from: PageName, label: Inline, place: Place): Inline {
  return link(label, href(from, place))
}

export function pageLink(from: PageName, label: Inline, page: PageName): Inline {
  return linkTo(from, label, { page })
}

export function entityLink(site: Site, from: PageName, name: string): Inline {
  return linkTo(from, name, site.entity(name))
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
