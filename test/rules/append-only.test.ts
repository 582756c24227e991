import { expect, test } from 'vitest'
import { analyzeText, underCarets } from '../support/analyze-text.ts'

const mixins = `mixins:
  stamped: { role: mutable, fields: { updated_on: { type: timestamp, default: now, on_update: now } } }
  tracked: { use: [stamped], fields: { note: string(9)? } }
`

function pointedAt(entities: string): readonly (string | undefined)[] {
  const { diagnostics } = analyzeText(`${mixins}entities:\n${entities}`)
  expect(diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(() => 'postgres/append-only-changes'))
  return diagnostics.map((diagnostic) => {
    const line = diagnostic.span?.file.text.slice(0, diagnostic.span.start).split('\n').length
    return `${line}: ${underCarets(diagnostic)}`
  })
}

const part = 'postgres: { append_only: true, fields: { n: int } }'

test('the mixin is shown in the `use` of the entity itself', () => {
  expect(
    pointedAt(`  A: { use: [base_fields, stamped], postgres: { fields: { n: int } } }
  B: { use: [base_fields, stamped], ${part} }
  C: { use: [base_fields, stamped], postgres: { fields: { n: int } } }
`),
  ).toEqual(['7: stamped'])
})

test('where another mixin brings it in, the entity is shown', () => {
  expect(
    pointedAt(`  A: { use: [base_fields, tracked], ${part} }
  B: { use: [base_fields, stamped], postgres: { fields: { n: int } } }
`),
  ).toEqual(['6: A'])
})

test('soft delete is a change', () => {
  expect(pointedAt(`  A: { use: [base_fields, soft_delete_fields], ${part} }\n`)).toEqual(['6: soft_delete_fields'])
})
