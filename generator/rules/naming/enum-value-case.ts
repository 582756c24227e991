import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'

export const enumValueCase: Rule = {
  code: 'naming/enum-value-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'the values of an enum are written in the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.spec.enumValue
    for (const { name: owner, values } of model.enums) {
      const names = values.map(({ name, span }) => ({
        name,
        title: `value \`${name}\` of \`${owner}\``,
        span,
        key: `value:${owner}.${name}`,
      }))
      const space = values.map(({ name }) => name)
      checkDeclaredNames(model, names, space, convention, report)
    }
  },
}
