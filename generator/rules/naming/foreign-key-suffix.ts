import type { Rule } from '../rule.ts'
import { derivedSuffix } from './derived-suffix.ts'

export const foreignKeySuffix: Rule = derivedSuffix({
  code: 'naming/foreign-key-suffix',
  summary: 'a foreign key is called by what it refers to; its column alone ends in the suffix, such as `_id`',
  applies: ({ type }) => type.kind === 'ref' && type.mode === 'foreign_key',
})
