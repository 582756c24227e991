import type { Field } from '../../model/field.ts'
import { fieldNamed, inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'

/**
 * PostgreSQL pushes a condition below a policy only where its operator is marked leakproof, and those of `numeric` and of
 * arrays are not: such a condition filters rows that the rest of the index has found.
 * https://www.postgresql.org/docs/16/rules-privileges.html
 */
export const indexNotSearchable: Rule = {
  code: 'postgres/index-not-searchable',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'under row level security no index rests on a decimal or a list: PostgreSQL cannot search by it',
  fixable: false,
  check(model, report) {
    if (model.project.tenancy?.enforce !== 'rls') return
    for (const { name, tenancy, postgres } of inPostgres(model)) {
      if (tenancy.mode === 'none') continue
      for (const { fields } of postgres.indexes) {
        for (const { field: key, span } of fields) {
          const field = fieldNamed(postgres, key)
          const type = unsearchable(field)
          if (type === undefined) continue
          report({
            message: `under row level security \`${key}\` of \`${name}\` cannot be searched by an index: it holds ${type}`,
            span,
            label: 'rows are read and then left out',
            related: [{ span: field.typeSpan, label: 'its type is declared here' }],
            help: 'keep it as `int` or `float`, or leave it out of the index',
          })
        }
      }
    }
  },
}

function unsearchable({ type, list }: Field): string | undefined {
  if (list) return 'a list'
  return type.kind === 'scalar' && type.scalar === 'decimal' ? 'a decimal' : undefined
}
