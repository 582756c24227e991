import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'
import { typeNames } from './types-space.ts'

export const typeCase: Rule = {
  code: 'naming/type-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'value types are named in the case of the convention',
  fixable: true,
  check(model, report) {
    const names = model.valueTypes.map(({ name, span }) => ({
      name,
      title: `value type \`${name}\``,
      span,
      key: `type:${name}`,
    }))
    checkDeclaredNames(model, names, typeNames(model), model.project.conventions.spec.valueType, report)
  },
}
