import { inMongo } from '../../model/lookup.ts'
import { reportChanges } from '../append-only.ts'
import type { Rule } from '../rule.ts'

export const mongoAppendOnlyChanges: Rule = {
  code: 'mongo/append-only-changes',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'nothing in an append-only collection asks its documents to change',
  fixable: false,
  check(model, report) {
    for (const entity of inMongo(model)) {
      if (!entity.mongo.appendOnly) continue
      const said = {
        subject: `the documents of \`${entity.name}\` are append-only, but it`,
        label: 'the application may insert and find, nothing else',
      }
      reportChanges(entity, entity.mongo, model, said, report)
    }
  },
}
