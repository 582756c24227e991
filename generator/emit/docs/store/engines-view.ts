import { isTenant } from '../../../figures/relations.ts'
import { type StoreName, storeNames } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import { fieldOf, inMongo, inPostgres } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'

export interface EngineRow {
  readonly what: string
  readonly cells: readonly Inline[]
}

interface Engine {
  readonly head: string
  readonly library: string
  readonly connection: Inline
  readonly tenant: Inline
  readonly deleted: Inline
}

const makers: Readonly<Record<StoreName, (model: Model) => Engine | undefined>> = { postgres, mongo, s3 }

/** What is told of an engine, in this order. */
const told: readonly (readonly [what: string, cell: (engine: Engine, model: Model) => Inline])[] = [
  ['Library', ({ library }) => library],
  ['Package', (_, model) => code(model.project.output.package)],
  ['Connection', ({ connection }) => connection],
  ['Tenant', ({ tenant }) => tenant],
  ['Soft delete', ({ deleted }) => deleted],
]

/** The engines side by side: only those that the project uses. */
export function enginesView(model: Model): {
  readonly engineHeads: readonly Inline[]
  readonly engines: readonly EngineRow[]
} {
  const engines = storeNames.flatMap((store) => makers[store](model) ?? [])
  return {
    engineHeads: engines.map(({ head }) => head),
    engines: told
      .map(([what, cell]) => ({ what, cells: engines.map((engine) => cell(engine, model)) }))
      .filter(({ cells }) => !cells.every((value) => value === '')),
  }
}

/** The same of one engine. */
export function engineFacts(model: Model, store: StoreName): readonly Inline[] {
  const engine = makers[store](model)
  if (engine === undefined) return []
  return told.flatMap(([what, cell]): readonly Inline[] => {
    const value = cell(engine, model)
    return value === '' ? [] : [[`${what}: `, value, '.']]
  })
}

function postgres(model: Model): Engine | undefined {
  const store = model.project.stores.postgres
  if (store === undefined) return undefined
  return {
    head: `PostgreSQL ${store.version}`,
    library: 'Prisma ORM',
    connection: code(store.url),
    tenant: tenantCell(
      'column',
      inPostgres(model).map((entity) => entity.postgres),
      model,
    ),
    deleted: deletedCell(
      inPostgres(model).map(({ postgres: part, softDelete }) => softDelete && fieldOf(part, softDelete.on)),
      (name) => `${name} IS NULL`,
    ),
  }
}

function mongo(model: Model): Engine | undefined {
  const store = model.project.stores.mongo
  if (store === undefined) return undefined
  return {
    head: `MongoDB ${store.version}`,
    library: 'Mongoose',
    connection: code(store.url),
    tenant: tenantCell(
      'field',
      inMongo(model).map((entity) => entity.mongo),
      model,
    ),
    deleted: deletedCell(
      inMongo(model).map(({ mongo: part, softDelete }) => softDelete && fieldOf(part, softDelete.on)),
      (name) => `{ ${name}: null }`,
    ),
  }
}

function s3(model: Model): Engine | undefined {
  const store = model.project.stores.s3
  if (store === undefined) return undefined
  const names = [store.endpoint, store.region, ...store.buckets.map(({ env }) => env)].filter(
    (name) => name !== undefined,
  )
  const { tenancy } = model.project
  return {
    head: 'S3',
    library: 'AWS SDK for JavaScript',
    connection: joined(names.map(code)),
    tenant: tenancy === undefined ? '' : [code(tenancy.prefix), ' at the start of every key'],
    deleted: '',
  }
}

function tenantCell(noun: string, parts: readonly { readonly fields: readonly Field[] }[], model: Model): Inline {
  for (const { fields } of parts) {
    const field = fields.find((candidate) => isTenant(model, candidate))
    if (field !== undefined) return [code(field.physical.text), ` ${noun}`]
  }
  return ''
}

function deletedCell(fields: readonly (Field | undefined)[], filter: (name: string) => string): Inline {
  const field = fields.find((candidate) => candidate !== undefined)
  return field === undefined ? '' : ['live records are those with ', code(filter(field.physical.text))]
}
