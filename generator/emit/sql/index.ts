import { byCodeUnit } from '../../base/order.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import { inPostgres } from '../../model/lookup.ts'
import { printDatabase } from '../../print/sql/print.ts'
import type { Emitter } from '../emitter.ts'

/** The tables and all that makes the spec hold in them, which Prisma's language has no words for. */
export const sqlEmitter: Emitter = {
  name: 'sql',
  summary: 'the whole database as SQL, with its checks, policies and triggers',
  emit: (model) => {
    const database = databaseOf(model)
    if (database === undefined) return []
    const sources = inPostgres(model)
      .map(({ name }) => name)
      .sort(byCodeUnit)
    return [{ path: 'provider-db/sql/schema.sql', text: printDatabase(database), sources }]
  },
}
