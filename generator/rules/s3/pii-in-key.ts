import { fieldOf, objectsOf } from '../../model/lookup.ts'
import { placedPath } from '../../model/path-place.ts'
import type { Rule } from '../rule.ts'

export const piiInKey: Rule = {
  code: 's3/pii-in-key',
  scope: 'entity',
  severity: 'error',
  preset: 'recommended',
  summary: 'no part of an S3 key is classified as personal or secret: keys stand in logs, URLs and inventories',
  fixable: false,
  check(model, report) {
    for (const { entity, object } of objectsOf(model)) {
      const record = entity.postgres ?? entity.mongo
      if (record === undefined) continue
      for (const { piece, span } of placedPath(object).flatMap(({ pieces }) => pieces)) {
        const field = piece.kind === 'variable' ? fieldOf(record, piece.variable.name) : undefined
        if (field?.classify !== 'pii' && field?.classify !== 'secret') continue
        report({
          message: `\`${field.name}\` is ${field.classify === 'pii' ? 'personal data' : 'secret'} and must not stand in a key`,
          span,
          label: 'would stand in access logs, URLs and inventories, and could never be corrected',
          related: [{ span: field.span, label: `classified as \`${field.classify}\` here` }],
          help: 'use `{ref_id}`, or another id without a meaning',
        })
      }
    }
  },
}
