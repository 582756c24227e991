import type { Entity } from '../../model/entity.ts'
import { bucketNamed, inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Rule } from '../rule.ts'

export const cascadeStrandsObject: Rule = {
  code: 'split/cascade-strands-object',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'no cascade removes a row that alone leads to an object or a document',
  fixable: false,
  check(model, report) {
    for (const entity of inPostgres(model)) {
      const stranded = strandedBy(entity)
      // What a lock keeps is the matter of retention/lock-conflict.
      if (stranded === undefined || keepsLocked(entity, model)) continue
      for (const field of entity.postgres.fields) {
        if (field.relation?.onDelete !== 'cascade' || field.type.kind !== 'ref') continue
        report({
          message: `deleting a \`${field.type.entity}\` would remove rows of \`${entity.name}\` and leave ${stranded.what} behind`,
          span: field.span,
          label: 'declares `on_delete: cascade`',
          related: [{ span: stranded.span, label: 'PostgreSQL cascades to rows only, never to what is kept here' }],
          help: 'leave `on_delete` out (restrict), and delete these records by themselves first',
        })
      }
    }
  },
}

function strandedBy({ mongo, s3 }: Entity): { readonly what: string; readonly span: Entity['span'] } | undefined {
  if (s3 !== undefined) return { what: 'their objects', span: s3.span }
  return mongo === undefined ? undefined : { what: 'their documents', span: mongo.span }
}

function keepsLocked({ s3 }: Entity, model: Model): boolean {
  return (s3?.objects ?? []).some(({ bucket }) => bucketNamed(model, bucket).lock !== undefined)
}
