import { inPostgres } from '../../model/lookup.ts'
import { reportRepeatedKeys } from '../repeated-keys.ts'
import type { Rule } from '../rule.ts'

export const duplicateIndex: Rule = {
  code: 'postgres/duplicate-index',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'no index of a table repeats another one, or the beginning of another one',
  fixable: true,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) reportRepeatedKeys(name, postgres, report)
  },
}
