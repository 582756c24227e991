import { isCase } from '../../base/casing.ts'
import type { Rule } from '../rule.ts'
import { declaredHere, demandOf } from './convention.ts'
import { fieldRename } from './field-rename.ts'
import { fieldDeclarations } from './fields.ts'

export const fieldCase: Rule = {
  code: 'naming/field-case',
  severity: 'error',
  preset: 'recommended',
  summary: 'fields of entities, value types and mixins are written in the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.spec.field
    if (convention.case === undefined) return
    for (const declaration of fieldDeclarations(model)) {
      const { field, scope } = declaration
      if (isCase(field.name, convention.case)) continue
      report({
        message: `field \`${field.name}\` must ${demandOf(convention)}`,
        span: field.span,
        label: scope.place(field),
        related: declaredHere(convention),
        ...fieldRename(model, declaration),
      })
    }
  },
}
