import { verbs } from '../../model/rule-options.ts'
import type { Rule } from '../rule.ts'
import { demandedRole } from './demanded-role.ts'

export const userRefSuffix: Rule = demandedRole({
  code: 'naming/user-ref-suffix',
  role: 'user_ref',
  noun: 'reference to a user',
  summary: 'a reference to a user says what the user did, such as `reviewed_by`',
  options: [verbs],
  advice: ', or to what the user did, such as `reviewed_by`',
})
