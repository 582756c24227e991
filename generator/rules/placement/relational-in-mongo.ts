import type { Field } from '../../model/field.ts'
import { inMongo } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import { manyReferences } from '../../model/rule-options.ts'
import { optionAt } from '../../model/rule-place.ts'
import type { Rule } from '../rule.ts'
import { placementHelp } from './framework.ts'

export const relationalInMongo: Rule = {
  code: 'placement/relational-in-mongo',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'records with many references, or with a status and references, are kept in PostgreSQL',
  fixable: false,
  options: [manyReferences],
  check(model, report) {
    for (const { name, root, mongo } of inMongo(model)) {
      if (root !== 'mongo' || mongo.why !== undefined) continue
      const references = mongo.fields.filter(isReference)
      const status = references.length === 0 ? undefined : statusOf(mongo)
      const many = optionAt(model, manyReferences, mongo.span)
      if (references.length < many && status === undefined) continue
      const shown = status === undefined ? references.slice(0, many) : [status, ...references.slice(0, 1)]
      report({
        message:
          status === undefined
            ? `\`${name}\` refers to ${references.length} other records from MongoDB, where no reference is checked`
            : `\`${name}\` keeps a status and references in MongoDB, where neither is checked`,
        span: mongo.span,
        label: 'no foreign keys, no joins, no transactions with the records around it',
        related: shown.map((field) => ({
          span: field.span,
          label: field === status ? 'a status that moves' : 'a reference',
        })),
        help: placementHelp(
          model,
          `move the references${status === undefined ? '' : ' and the status'} to a \`postgres\` part`,
          'postgres',
          'mongo',
        ),
      })
    }
  },
}

function isReference({ origin, relation }: Field): boolean {
  return origin.kind === 'own' && relation !== undefined && !relation.bookkeeping
}

/** An enum that starts somewhere and changes: what a life cycle would guard in PostgreSQL. */
function statusOf({ appendOnly, fields }: MongoPart): Field | undefined {
  if (appendOnly) return undefined
  return fields.find(
    ({ origin, type, list, immutable, default: start }) =>
      origin.kind === 'own' && type.kind === 'enum' && !list && !immutable && start !== undefined,
  )
}
