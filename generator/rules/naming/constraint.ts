import { inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { checkPhysicalName } from './physical-names.ts'

export const constraint: Rule = {
  code: 'naming/constraint',
  severity: 'error',
  preset: 'recommended',
  summary: 'a unique of PostgreSQL that is named in the spec has the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.postgres.constraint
    for (const { postgres } of inPostgres(model)) {
      const names = postgres.uniques.map(({ name }) => name)
      const taken = (): string[] => names.map(({ text }) => text)
      for (const name of names) checkPhysicalName('constraint', name, convention, taken, report)
    }
  },
}
