import { inMongo } from '../../model/lookup.ts'
import { reportRepeatedKeys } from '../repeated-keys.ts'
import type { Rule } from '../rule.ts'

export const mongoDuplicateIndex: Rule = {
  code: 'mongo/duplicate-index',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'no index of a collection repeats another one, or the beginning of another one',
  fixable: true,
  check(model, report) {
    for (const { name, mongo } of inMongo(model)) reportRepeatedKeys(name, mongo, report)
  },
}
