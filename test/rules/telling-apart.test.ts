import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { analyzeText, recommendedProject, underCarets } from '../support/analyze-text.ts'

function found(code: string, entities: string): readonly Diagnostic[] {
  return analyzeText(entities, recommendedProject).diagnostics.filter((diagnostic) => diagnostic.code === code)
}

describe('a rename is offered', () => {
  const order = (use: string): string => `entities:
  bad_order: { use: [base_fields], postgres: { fields: { n: int } } }
  Line: { use: [base_fields], postgres: { fields: { parent: ${use} }, indexes: [[parent]] } }
`

  test('with every use', () => {
    const [diagnostic] = found('naming/entity-case', order("'ref(bad_order)'"))
    expect(diagnostic?.fixes?.map(({ edits }) => edits.map(({ text }) => text))).toEqual([['BadOrder', 'BadOrder']])
  })

  test('not where a use is written with escapes: half of it would be worse than none', () => {
    const [diagnostic] = found('naming/entity-case', order('"ref(bad\\x5forder)"'))
    expect([diagnostic?.message, diagnostic?.fixes]).toEqual(['entity `bad_order` must be PascalCase and singular', []])
  })

  test('not where the name is taken', () => {
    const tables = (other: string): readonly Diagnostic[] =>
      found(
        'naming/table',
        `entities:
  A: { use: [base_fields], postgres: { table: orderItems, fields: { n: int } } }
  B: { use: [base_fields], postgres: { table: ${other}, fields: { n: int } } }
`,
      )
    expect(tables('order_things').map(({ fixes }) => fixes?.length)).toEqual([1])
    expect(tables('order_items').map(({ fixes }) => fixes?.length)).toEqual([0])
  })
})

describe('a life cycle', () => {
  const moves = (allow: string): string => `enums: { State: [open, busy, done] }
entities:
  Early: { use: [base_fields], postgres: { fields: { state: { type: State, default: done } } } }
  Order:
    use: [base_fields]
    postgres:
      fields: { state: { type: State, default: done } }
      lifecycle: { field: state, start: open, allow: ${allow} }
  Later: { use: [base_fields], postgres: { fields: { state: { type: State, default: done } } } }
`

  test('does not end in a state that nothing reaches', () => {
    expect(found('lifecycle/no-terminal-state', moves('{ open: [busy], busy: [open] }'))).toHaveLength(1)
    expect(found('lifecycle/no-terminal-state', moves('{ open: [busy], busy: [done] }'))).toEqual([])
  })

  test('is contradicted by the default of its own field, not of another with the same enum', () => {
    const [diagnostic, ...others] = found('lifecycle/default-is-not-start', moves('{ open: [busy], busy: [done] }'))
    expect(others).toEqual([])
    const text = diagnostic?.span?.file.text ?? ''
    expect(underCarets(diagnostic)).toBe('done')
    expect(diagnostic?.span?.start).toBe(text.indexOf('default: done', text.indexOf('Order:')) + 'default: '.length)
  })
})

test.each([
  ['49999', 0],
  ['50k', 1],
])('a log of %s rows a month for each tenant is reported %i times', (rows, times) => {
  const log = `entities:
  Visit:
    use: [base_fields]
    postgres: { append_only: true, fields: { n: int }, volume: { per_tenant_month: ${rows}, bytes: 100 } }
`
  expect(found('placement/append-log-in-postgres', log)).toHaveLength(times)
})
