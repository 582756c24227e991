import { fieldNamed, inMongo } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'

export const expireNeedsTimestamp: Rule = {
  code: 'mongo/expire-needs-timestamp',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'documents expire by a field that holds a single timestamp',
  fixable: false,
  check(model, report) {
    for (const { name, mongo } of inMongo(model)) {
      if (mongo.expire === undefined) continue
      const field = fieldNamed(mongo, mongo.expire.from)
      if (field.type.kind === 'scalar' && field.type.scalar === 'timestamp' && !field.list) continue
      report({
        message: `the documents of \`${name}\` would never expire: \`${field.name}\` is not a timestamp`,
        span: mongo.expire.span,
        label: 'MongoDB removes a document by a field of its date type, and passes over all others',
        related: [{ span: field.typeSpan, label: 'its type is declared here' }],
        help: 'write `from:` with a timestamp of these documents, such as the time of their creation',
      })
    }
  },
}
