import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import { hasSplitWork } from './internal-tables.ts'

/**
 * Of some keys and `_id`s those that an operation names which is not settled yet, or whose remains the collector has still to
 * take: they are no leftovers of anybody's.
 */
export async function namedByOperations(stores: Stores, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0 || !hasSplitWork(stores.description)) return new Set()
  const text = `select distinct named.name
     from stowage.storage_intents as intent cross join lateral (
       select put ->> 'key' from jsonb_array_elements(intent.parts -> 'puts') as put
       union all select put -> 'stage' ->> 'key' from jsonb_array_elements(intent.parts -> 'puts') as put
       union all select part ->> 'id' from jsonb_array_elements(intent.parts -> 'documents') as part
       union all select part ->> 'key' from jsonb_array_elements(intent.parts -> 'leavings' -> 'objects') as part
       union all select part ->> 'id' from jsonb_array_elements(intent.parts -> 'leavings' -> 'documents') as part
     ) as named (name)
     where (intent.state in ('pending', 'locked', 'aborted') or (intent.state = 'committed' and intent.swept_on is null))
       and named.name = any($1::text[])`
  const rows = await stores.postgres.run(
    allTenants(stores.description, 'see what operations still name'),
    (sql) => sql.query<{ name: string }>(text, [names]),
    { readOnly: true },
  )
  return new Set(rows.map(({ name }) => name))
}
