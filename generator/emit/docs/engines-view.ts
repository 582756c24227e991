import { isTenant } from '../../figures/relations.ts'
import type { Field } from '../../model/field.ts'
import { fieldOf, inMongo, inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { code, type Inline, joined } from '../../print/markdown/inline.ts'

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

/** The engines side by side: only those that the project uses. */
export function enginesView(model: Model): {
  readonly engineHeads: readonly Inline[]
  readonly engines: readonly EngineRow[]
} {
  const engines = [postgres(model), mongo(model), s3(model)].filter((engine) => engine !== undefined)
  const row = (what: string, cell: (engine: Engine) => Inline): readonly EngineRow[] => {
    const cells = engines.map(cell)
    return cells.every((value) => value === '') ? [] : [{ what, cells }]
  }
  return {
    engineHeads: engines.map(({ head }) => head),
    engines: [
      ...row('Library', ({ library }) => library),
      ...row('Package', () => code(model.project.output.package)),
      ...row('Connection', ({ connection }) => connection),
      ...row('Tenant', ({ tenant }) => tenant),
      ...row('Soft delete', ({ deleted }) => deleted),
    ],
  }
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
