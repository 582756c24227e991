import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const timestampSuffix: Rule = demandedRole({
  code: 'naming/timestamp-suffix',
  role: 'timestamp',
  noun: 'timestamp field',
  summary: 'a timestamp ends in the suffix of its role, such as `_on`',
})
