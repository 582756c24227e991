import { counted } from '../../../base/plural.ts'
import { rolesOf } from '../../../catalog/postgres/guards/roles.ts'
import { hasPostgres } from '../../../figures/relations.ts'
import type { Field } from '../../../model/field.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { inPostgres, type PostgresEntity } from '../../../model/lookup.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { entityLink, linkTo, pageLink, type Site, tableLink } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { physical, sentence } from '../words.ts'
import { type StoreChapter, storeChapter } from './store-chapters.ts'
import { storePage } from './store-page.ts'
import { storeRules } from './store-rules.ts'

const here = 'postgres'
const chaptersOf = recallingDomains<readonly StoreChapter[]>()

/** What holds for PostgreSQL as a whole, and every table with a link to its entity. */
export function postgresPage(site: Site): string {
  const { model } = site
  const tables = inPostgres(model)
  const chapters = chaptersOf(model, [], (entities, domain) =>
    storeChapter(site, here, domain, entities.filter(hasPostgres), [
      ['Table', (entity) => tableLink(site, here, entity)],
      ['Entity', ({ name }) => entityLink(site, here, name)],
      ['What it is', ({ about }) => sentence(about)],
      ['Besides', marks],
    ]),
  ).flat()
  const version = model.project.stores.postgres?.version
  return storePage({
    title: 'PostgreSQL',
    trail: [pageLink(here, 'Overview', 'overview')],
    lead: [
      `${counted(tables.length, 'table')} in PostgreSQL${version === undefined ? '' : ` ${version}`}, by domain. `,
      'Their relations in pictures: ',
      pageLink(here, 'relations between tables', 'entity-relations-sql'),
      '.',
    ],
    ...storeRules(site, here),
    sections: [
      { id: 'roles', title: 'Roles', lead: rolesLead(site), table: roles(site) },
      {
        id: 'lookups',
        title: 'What is found before the tenant is known',
        lead: 'Each function returns ids only.',
        table: lookups(site, tables),
      },
      { id: 'partitions', title: 'Partitions', lead: partitionsLead, table: partitions(site, tables) },
    ].filter(({ table }) => table !== undefined),
    chapters,
  })
}

/** What a reader of the list wants to know of a table at once. */
function marks(entity: PostgresEntity): string {
  const { mongo, postgres, s3, softDelete, tenancy } = entity
  const found = [
    ...(postgres.lifecycle === undefined ? [] : ['life cycle']),
    ...(postgres.appendOnly ? ['append-only'] : []),
    ...(postgres.partition === undefined ? [] : ['partitioned']),
    ...(softDelete === undefined ? [] : ['soft delete']),
    ...(tenancy.mode === 'shared' ? ['shared between tenants'] : []),
    ...(mongo === undefined ? [] : ['more in MongoDB']),
    ...(s3 === undefined ? [] : ['more in S3']),
  ]
  return found.join(', ')
}

function rolesLead(site: Site): string {
  const { tenancy } = site.model.project
  if (tenancy?.enforce !== 'rls') return 'No row-level security: the application adds the tenant to every query.'
  return 'Row-level security keeps tenants apart: the database decides what a role sees.'
}

function roles(site: Site): Table | undefined {
  return tableOf(rolesOf(site.model), [
    ['Role', ({ name }) => code(name)],
    ['What it is for', ({ about }) => about],
  ])
}

function lookups(site: Site, tables: readonly PostgresEntity[]): Table | undefined {
  const found = tables.flatMap((entity) =>
    entity.postgres.fields.flatMap((field) =>
      field.lookup === 'global' && field.finder !== undefined ? [{ entity, field, finder: field.finder.text }] : [],
    ),
  )
  return tableOf(found, [
    ['Function', ({ finder }) => code(finder)],
    ['Finds', ({ entity }) => entityLink(site, here, entity.name)],
    ['By', ({ entity, field }) => columnLink(site, entity, field)],
  ])
}

const partitionsLead =
  'A partition for each month; rows of a month without a partition of its own wait in the default partition.'

function partitions(site: Site, tables: readonly PostgresEntity[]): Table | undefined {
  const parted = tables.filter(({ postgres }) => postgres.partition !== undefined)
  return tableOf(parted, [
    ['Table', (entity) => tableLink(site, here, entity)],
    ['By the month of', ({ postgres }) => (postgres.partition ? physical(postgres, postgres.partition.by) : '')],
  ])
}

function columnLink(site: Site, entity: PostgresEntity, field: Field): Inline {
  return linkTo(here, code(field.physical.text), site.field(entity.name, 'postgres', field.name))
}
