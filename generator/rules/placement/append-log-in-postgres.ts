import { inPostgres } from '../../model/lookup.ts'
import { manyRecords } from '../../model/rule-options.ts'
import { optionAt } from '../../model/rule-place.ts'
import type { Rule } from '../rule.ts'
import { placementHelp } from './framework.ts'

export const appendLogInPostgres: Rule = {
  code: 'placement/append-log-in-postgres',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'a log of many append-only records is kept in MongoDB, unless it is counted or billed',
  fixable: false,
  options: [manyRecords],
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const { volume } = postgres
      if (!postgres.appendOnly || postgres.why !== undefined || volume === undefined) continue
      if (volume.perTenantMonth < optionAt(model, manyRecords, volume.span)) continue
      const count = volume.perTenantMonth.toLocaleString('en-US')
      report({
        message: `\`${name}\` appends ${count} rows for each tenant and month to PostgreSQL`,
        span: volume.span,
        label: 'a log grows faster than the data it is about',
        related: [{ span: postgres.span, label: 'append-only, and without a reason for this store' }],
        help: placementHelp(model, 'move it to a `mongo` part with `expire:`', 'mongo', 'postgres'),
      })
    }
  },
}
