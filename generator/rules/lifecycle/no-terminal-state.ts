import { inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { reachedStates } from './reached.ts'

export const noTerminalState: Rule = {
  code: 'lifecycle/no-terminal-state',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'a life cycle has an end: a state that no move leaves',
  fixable: false,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const { lifecycle } = postgres
      if (lifecycle === undefined) continue
      const reached = reachedStates(lifecycle)
      if (lifecycle.states.some((state) => reached.has(state.name) && state.to.length === 0)) continue
      report({
        message: `the life cycle of \`${name}\` never ends: every state that is reached can be left again`,
        span: lifecycle.startSpan,
        label: 'from here no move leads to an end',
        help: 'leave the last state out of `allow`, or turn this rule off if these records are never done',
      })
    }
  },
}
