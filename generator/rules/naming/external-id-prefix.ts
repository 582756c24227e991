import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const externalIdPrefix: Rule = demandedRole({
  code: 'naming/external-id-prefix',
  role: 'external_id',
  noun: 'identifier of an outside system',
  summary: 'an identifier of an outside system starts with the prefix of its role, such as `external_`',
})
