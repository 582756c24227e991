import { describe, expect, test } from 'vitest'
import { corrected, follows } from '../../generator/rules/naming/convention.ts'
import { analyzeText, recommendedProject } from '../support/analyze-text.ts'

describe('the number of a name', () => {
  test.each(['Status', 'OrderStatus', 'Bus', 'Analysis', 'Canvas', 'Ads', 'Process', 'Chaos'])(
    '%s is singular',
    (name) => {
      expect(follows(name, { case: 'PascalCase', number: 'singular' })).toBe(true)
    },
  )

  test.each(['Orders', 'People', 'OrderLines', 'Children'])('%s is not', (name) => {
    expect(follows(name, { case: 'PascalCase', number: 'singular' })).toBe(false)
  })

  test.each(['orders', 'strategies_content', 'people', 'order_lines'])('%s is plural', (name) => {
    expect(follows(name, { case: 'snake_case', number: 'plural' })).toBe(true)
  })

  test.each(['order', 'order_line', 'status_of_order'])('%s is not', (name) => {
    expect(follows(name, { case: 'snake_case', number: 'plural' })).toBe(false)
  })
})

describe('a name is corrected', () => {
  test.each([
    ['orderLines', 'OrderLine'],
    ['order', 'Order'],
    ['Order', 'Order'],
  ])('%s to %s', (name, to) => {
    expect(corrected(name, { case: 'PascalCase', number: 'singular' })).toBe(to)
  })

  test('to nothing where no name of the case can be made of it', () => {
    expect(corrected('_1', { case: 'PascalCase' })).toBeUndefined()
    expect(corrected('___', { case: 'snake_case' })).toBeUndefined()
  })
})

describe('the suffix of a reference', () => {
  const found = (field: string): readonly string[] =>
    analyzeText(
      `entities:\n  Order: { use: [base_fields], postgres: { fields: { ${field} }, indexes: [{ fields: [created_on] }] } }`,
      recommendedProject,
    ).diagnostics.flatMap(({ code, message }) => (code === 'postgres/foreign-key-unindexed' ? [] : [message]))

  test('is not written, since it is added', () => {
    expect(found('bakery_shop_id: ref(Bakery)')).toEqual([
      'the reference `bakery_shop_id` must not end in `_id`: the suffix `_id` is added to it',
    ])
    expect(found('bakery_shop: ref(Bakery)')).toEqual([])
  })

  test('may be, where the spec names the column', () => {
    expect(found('shop_id: { type: ref(Bakery), name: shop_id }')).toEqual([])
  })
})
