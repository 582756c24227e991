import type { Rule } from '../rule.ts'
import { derivedSuffix } from './derived-suffix.ts'

export const storeRefSuffix: Rule = derivedSuffix({
  code: 'naming/store-ref-suffix',
  summary:
    'a pointer to a record that no foreign key checks is called by what it points to; what is stored ends in the suffix',
  applies: ({ type }) => type.kind === 'part' || (type.kind === 'ref' && type.mode !== 'foreign_key'),
})
