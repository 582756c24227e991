import { inPostgres } from '../../model/lookup.ts'
import type { Rule } from '../rule.ts'
import { reachedStates } from './reached.ts'

export const unreachableState: Rule = {
  code: 'lifecycle/unreachable-state',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'every state of a life cycle can be reached from its start',
  fixable: false,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const { lifecycle } = postgres
      if (lifecycle === undefined) continue
      const reached = reachedStates(lifecycle)
      for (const state of lifecycle.states) {
        if (reached.has(state.name)) continue
        report({
          message: `no \`${name}\` can ever be \`${state.name}\`: no move leads there from \`${lifecycle.start}\``,
          span: state.span,
          related: [{ span: lifecycle.startSpan, label: `the life cycle of \`${name}\` starts here` }],
          help: `add \`${state.name}\` to the moves of a state under \`allow\`, or remove it from \`${lifecycle.enum}\``,
        })
      }
    }
  },
}
