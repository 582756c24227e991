import type { VariableSetStmt } from 'libpg-query'
import type { Step } from './relation.ts'

const usual: readonly string[] = ['public']

/** PostgreSQL's own schema and a user's, where nothing of the project's is made. */
const passedOver = new Set(['', 'pg_catalog', '$user', 'information_schema'])

export function setSearchPath({ name, args }: VariableSetStmt, { catalog }: Step): void {
  if (name !== 'search_path') return
  const schemas = (args ?? []).flatMap((node) => ('A_Const' in node ? [node.A_Const.sval?.sval ?? ''] : []))
  const named = schemas.filter((schema) => !passedOver.has(schema))
  catalog.searchPath = named.length === 0 ? usual : named
}

/** Each file is run in a session of its own. */
export function resetSearchPath({ catalog }: Pick<Step, 'catalog'>): void {
  catalog.searchPath = usual
}
