import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'
import { typeNames } from './types-space.ts'

export const enumCase: Rule = {
  code: 'naming/enum-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'enums are named in the case of the convention',
  fixable: true,
  check(model, report) {
    const names = model.enums.map(({ name, span }) => ({ name, title: `enum \`${name}\``, span, key: `enum:${name}` }))
    checkDeclaredNames(model, names, typeNames(model), model.project.conventions.spec.enum, report)
  },
}
