import { byCodeUnit } from '../../base/order.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import { inPostgres } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import { printDatabase } from '../../print/sql/print.ts'
import { type PrintedSection, printSection } from '../../print/sql/print-section.ts'
import type { Emitter } from '../emitter.ts'

const recalled = recalling<PrintedSection>()

/** The tables and all that makes the spec hold in them, which Prisma's language has no words for. */
export const sqlEmitter: Emitter = {
  name: 'sql',
  summary: 'the whole database as SQL, with its checks, policies and triggers',
  emit: (model) => {
    const database = databaseOf(model)
    if (database === undefined) return []
    const text = printDatabase(database, (section, width) =>
      recalled(model, section.title, [section, width], () => printSection(section, width)),
    )
    const sources = inPostgres(model)
      .map(({ name }) => name)
      .sort(byCodeUnit)
    return [{ path: 'provider-db/sql/schema.sql', text, sources }]
  },
}
