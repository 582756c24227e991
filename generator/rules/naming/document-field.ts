import type { Rule } from '../rule.ts'
import { fieldDeclarations } from './fields.ts'
import { checkPhysicalName } from './physical-names.ts'

export const documentField: Rule = {
  code: 'naming/document-field',
  severity: 'error',
  preset: 'recommended',
  summary: 'a key of a document that is named in the spec has the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.mongo.field
    for (const { field, scope, scopes } of fieldDeclarations(model)) {
      // A mixin's own name for a column serves the rows; where no row has it, it is a document's.
      const inDocuments = scope.owner.startsWith('type.') || scopes.some(({ store }) => store === 'mongo')
      if (!inDocuments || scopes.some(({ store }) => store === 'postgres')) continue
      const taken = (): string[] => scopes.flatMap(({ fields }) => fields.map(({ physical }) => physical.text))
      checkPhysicalName('key of a document', field.physical, convention, taken, report)
    }
  },
}
