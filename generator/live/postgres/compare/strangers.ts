import type { PostgresDescription } from '../description.ts'
import { tableName } from './table.ts'

/** Tables of others that lie in `public` beside those that are described; without the one in which Prisma keeps its history. */
export function strangersIn(wanted: PostgresDescription, found: PostgresDescription): readonly string[] {
  const ours = new Set(wanted.tables.map(tableName))
  return found.tables
    .filter(({ schema }) => schema === 'public')
    .map(tableName)
    .filter((name) => !ours.has(name) && name !== '_prisma_migrations')
}
