import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const internalId: Rule = demandedRole({
  code: 'naming/internal-id',
  role: 'internal_id',
  noun: 'primary key',
  summary: 'the primary key has the name that the convention fixes, such as `id`',
})
