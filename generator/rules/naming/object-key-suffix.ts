import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const objectKeySuffix: Rule = demandedRole({
  code: 'naming/object-key-suffix',
  role: 'object_key',
  noun: 'pointer to an object',
  summary: 'a pointer to an S3 object ends in the suffix of its role, such as `s3_key`',
})
