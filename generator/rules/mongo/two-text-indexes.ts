import { inMongo } from '../../model/lookup.ts'
import { mongoLimits } from '../../stores/mongo.ts'
import type { Rule } from '../rule.ts'

export const twoTextIndexes: Rule = {
  code: 'mongo/two-text-indexes',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'a collection has one text index at most',
  fixable: false,
  check(model, report) {
    for (const { name, mongo } of inMongo(model)) {
      const texts = [
        ...(mongo.textIndex === undefined ? [] : [mongo.textIndex]),
        ...mongo.indexes.filter(({ fields }) => fields.some(({ order }) => order === 'text')),
      ]
      const [first, ...others] = texts
      if (first === undefined || texts.length <= mongoLimits.textIndexes) continue
      for (const { span } of others) {
        report({
          message: `\`${name}\` has a second text index; MongoDB refuses more than one in a collection`,
          span,
          label: 'cannot be created',
          related: [{ span: first.span, label: 'the first one' }],
          help: 'put all searched fields into one `text_index`, each with its weight',
        })
      }
    }
  },
}
