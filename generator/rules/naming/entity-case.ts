import type { Rule } from '../rule.ts'
import { checkDeclaredNames } from './declared-names.ts'
import { typeNames } from './types-space.ts'

export const entityCase: Rule = {
  code: 'naming/entity-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'entities are named in the case and number of the convention',
  fixable: true,
  check(model, report) {
    const names = model.entities.map(({ name, span }) => ({
      name,
      title: `entity \`${name}\``,
      span,
      key: `entity:${name}`,
    }))
    checkDeclaredNames(model, names, typeNames(model), model.project.conventions.spec.entity, report)
  },
}
