import { fieldNamed, inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'

export const softDeleteUnique: Rule = {
  code: 'postgres/soft-delete-unique',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'a unique of a soft-deletable entity does not count deleted rows, or says why it does',
  fixable: false,
  check(model, report) {
    for (const { name, softDelete, postgres } of inPostgres(model)) {
      if (softDelete === undefined) continue
      const marker = fieldNamed(postgres, softDelete.on)
      for (const unique of postgres.uniques) {
        if (unique.deleted === 'ignored' || unique.about !== undefined) continue
        const fields = unique.fields.map((field) => fieldNamed(postgres, field))
        // Ids are never given twice, deleted or not.
        if (fields.some(({ primary, publicId }) => primary || publicId)) continue
        const values = fields.filter(({ origin }) => origin.kind !== 'tenant').map((field) => `\`${field.name}\``)
        report({
          message: `a deleted \`${name}\` keeps its ${values.length === 0 ? 'place' : values.join(' and ')}: no new one can take it`,
          span: unique.span,
          label: 'counts deleted rows too',
          related: [{ span: marker.span, label: `rows with \`${marker.name}\` are deleted` }],
          help: 'leave out `deleted: counted`, or say with `about:` why a value must never be given again',
        })
      }
    }
  },
}
