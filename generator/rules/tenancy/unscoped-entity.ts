import type { Rule } from '../rule.ts'

export const unscopedEntity: Rule = {
  code: 'tenancy/unscoped-entity',
  scope: 'entity',
  severity: 'error',
  preset: 'recommended',
  summary: 'an entity whose records do not each belong to a tenant says why',
  fixable: false,
  check(model, report) {
    const { tenancy: declared } = model.project
    if (declared === undefined) return
    for (const { name, tenancy } of model.entities) {
      // The tenant itself cannot belong to another one: nothing to explain.
      if (tenancy.mode === 'required' || tenancy.why !== undefined || name === declared.entity) continue
      report({
        message: `\`${name}\` is outside of tenancy (\`${tenancy.mode}\`) and does not say why`,
        span: tenancy.span,
        label:
          tenancy.mode === 'shared'
            ? 'records without a tenant are seen by every tenant'
            : 'its records are seen by every tenant',
        related: [
          { span: declared.span, label: 'every record belongs to one of these, unless its entity says otherwise' },
        ],
        help: `write \`tenancy: { mode: ${tenancy.mode}, why: ... }\` with the reason, or leave it out`,
      })
    }
  },
}
