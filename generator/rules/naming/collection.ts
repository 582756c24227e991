import { inMongo } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { checkPhysicalName } from './physical-names.ts'

export const collection: Rule = {
  code: 'naming/collection',
  severity: 'error',
  preset: 'recommended',
  summary: 'a collection that is named in the spec has the case and number of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.mongo.collection
    const collections = inMongo(model).map(({ mongo }) => mongo.collection)
    const taken = (): string[] => collections.map(({ text }) => text)
    for (const name of collections) checkPhysicalName('collection', name, convention, taken, report)
  },
}
