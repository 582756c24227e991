import { inMongo, inPostgres } from '../../model/lookup.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { Rule } from '../rule.ts'
import { checkPhysicalName } from './physical-names.ts'

/** In MongoDB a unique is an index too, and so is the one for text. */
export const indexName: Rule = {
  code: 'naming/index',
  severity: 'error',
  preset: 'recommended',
  summary: 'an index that is named in the spec has the case of the convention',
  fixable: true,
  check(model, report) {
    const { postgres: rows, mongo: documents } = model.project.conventions
    const groups: { readonly names: readonly PhysicalName[]; readonly convention: typeof rows.index }[] = [
      ...inPostgres(model).map(({ postgres }) => ({
        names: postgres.indexes.map(({ name }) => name),
        convention: rows.index,
      })),
      ...inMongo(model).map(({ mongo }) => ({
        names: [...mongo.indexes, ...mongo.uniques, ...(mongo.textIndex === undefined ? [] : [mongo.textIndex])].map(
          ({ name }) => name,
        ),
        convention: documents.index,
      })),
    ]
    for (const { names, convention } of groups) {
      const taken = (): string[] => names.map(({ text }) => text)
      for (const name of names) checkPhysicalName('index', name, convention, taken, report)
    }
  },
}
