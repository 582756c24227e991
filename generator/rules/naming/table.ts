import { inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { checkPhysicalName } from './physical-names.ts'

export const table: Rule = {
  code: 'naming/table',
  severity: 'error',
  preset: 'recommended',
  summary: 'a table that is named in the spec has the case and number of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.postgres.table
    const tables = inPostgres(model).map(({ postgres }) => postgres.table)
    const taken = (): string[] => tables.map(({ text }) => text)
    for (const name of tables) checkPhysicalName('table', name, convention, taken, report)
  },
}
