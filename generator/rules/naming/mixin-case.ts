import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'

export const mixinCase: Rule = {
  code: 'naming/mixin-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'mixins are named in the case of the convention',
  fixable: true,
  check(model, report) {
    const names = model.mixins.map(({ name, span }) => ({
      name,
      title: `mixin \`${name}\``,
      span,
      key: `mixin:${name}`,
    }))
    checkDeclaredNames(model, names, model.byName.mixins.keys(), model.project.conventions.spec.mixin, report)
  },
}
