import type { Entity } from '../../model/entity.ts'
import { entityNamed } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'

export const crossTenantReference: Rule = {
  code: 'tenancy/cross-tenant-reference',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'a record that belongs to no tenant does not refer to a record of one',
  fixable: false,
  check(model, report) {
    if (model.project.tenancy === undefined) return
    for (const entity of model.entities) {
      const { mode } = entity.tenancy
      if (mode !== 'none' && mode !== 'shared') continue
      for (const field of referencesOf(entity)) {
        if (field.type.kind !== 'ref' || field.relation?.bookkeeping === true) continue
        const target = entityNamed(model, field.type.entity)
        // A shared record without a tenant leaves the reference empty; one with a tenant is checked together with it.
        const guarded = mode === 'shared' && (field.optional || field.list)
        if (target.tenancy.mode !== 'required' || guarded) continue
        report({
          message: `\`${entity.name}\` has tenancy \`${mode}\`, but refers to \`${target.name}\`, which belongs to a tenant`,
          span: field.typeSpan,
          label: 'no key can make sure that both are of the same tenant',
          related: [{ span: entity.tenancy.span, label: `the tenancy of \`${entity.name}\` is declared here` }],
          help:
            mode === 'shared'
              ? 'make the reference optional: a record without a tenant leaves it empty'
              : `let \`${entity.name}\` belong to a tenant too (leave \`tenancy\` out), or take the reference out of it`,
        })
      }
    }
  },
}

function referencesOf({ postgres, mongo }: Entity): NonNullable<Entity['postgres']>['fields'] {
  return [...(postgres?.fields ?? []), ...(mongo?.fields ?? [])]
}
