import type { Rule } from '../rule.ts'
import { fieldDeclarations } from './fields.ts'
import { checkPhysicalName } from './physical-names.ts'

export const column: Rule = {
  code: 'naming/column',
  severity: 'error',
  preset: 'recommended',
  summary: 'a column that is named in the spec has the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.postgres.column
    for (const { field, scopes } of fieldDeclarations(model)) {
      if (!scopes.some(({ store }) => store === 'postgres')) continue
      const taken = (): string[] => scopes.flatMap(({ fields }) => fields.map(({ physical }) => physical.text))
      checkPhysicalName('column', field.physical, convention, taken, report)
    }
  },
}
