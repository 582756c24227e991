import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const publicId: Rule = demandedRole({
  code: 'naming/public-id',
  role: 'public_id',
  noun: 'public id',
  summary: 'the public id has the name that the convention fixes, such as `ref_id`',
})
