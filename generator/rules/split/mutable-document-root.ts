import { inMongo } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'

/**
 * No transaction spans a document and what is written down of its objects, so nothing could fence a change. Without
 * PostgreSQL there is no data layer to refuse one, and no row to be had.
 */
export const mutableDocumentRoot: Rule = {
  code: 'split/mutable-document-root',
  scope: 'entity',
  severity: 'error',
  preset: 'recommended',
  summary: 'a document that holds objects and has no row is append-only',
  fixable: false,
  check(model, report) {
    if (model.project.stores.postgres === undefined) return
    for (const { name, root, mongo, s3 } of inMongo(model)) {
      if (root !== 'mongo' || s3 === undefined || mongo.appendOnly) continue
      report({
        message: `a record of \`${name}\` is a document with objects, which is never changed once it is written`,
        span: mongo.span,
        label: 'promises documents that change',
        related: [{ span: s3.span, label: 'its bytes and its document cannot be changed together' }],
        help: 'declare `append_only: true` here, or give it a row in PostgreSQL: a `postgres` block with the pointers',
      })
    }
  },
}
