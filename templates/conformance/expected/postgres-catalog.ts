import type { PostgresDescription } from '../live/postgres/catalog/postgres/description.ts'
import { factsOfDomains } from './domains.ts'
import { factsIn } from './read.ts'

const common = factsIn<PostgresDescription>('postgres.json')
/** Absent in a domain without tables. */
const ofDomains = factsOfDomains<{
  readonly database?: Pick<PostgresDescription, 'tables' | 'views' | 'functions'>
}>().flatMap(({ database }) => database ?? [])

/** The database, as it describes itself. */
export const database: PostgresDescription = {
  ...common,
  tables: [...common.tables, ...ofDomains.flatMap(({ tables }) => tables)],
  views: [...common.views, ...ofDomains.flatMap(({ views }) => views)],
  functions: [...common.functions, ...ofDomains.flatMap(({ functions }) => functions)],
}
