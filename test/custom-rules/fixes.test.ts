import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { analyze } from '../../generator/analyze.ts'
import { declaredFields, defineRule, type Model, rename, replaceText } from '../../generator/api/rules.ts'
import { runRule } from '../../generator/api/testing.ts'
import { bakeryProject, orders } from './bakery.ts'

const spec = {
  'stowage.yaml': bakeryProject('extends: minimal').replace('extends: minimal, ', ''),
  'orders.yaml': orders,
}

/** A rule that reports one place and mends it. */
function mending(fix: (model: Model) => ReturnType<typeof replaceText>): ReturnType<typeof runRule> {
  const rule = defineRule({
    code: 'custom/mends',
    severity: 'warning',
    summary: 'a rule of a test',
    fixable: true,
    check(model, report) {
      const [first] = model.entities
      if (first !== undefined) report({ message: 'mend it', span: first.span, fixes: fix(model) })
    },
  })
  return runRule(rule, spec)
}

const field = (model: Model, name: string): ReturnType<typeof declaredFields>[number] =>
  declaredFields(model).find((candidate) => candidate.name === name) ??
  (() => {
    throw new Error(`no field ${name}`)
  })()

describe('replaceText', () => {
  test.each([
    ['total', 'int', '{ type: int, about'],
    ['total', 'decimal(12,2)', "{ type: 'decimal(12,2)', about"],
    ['total', "it's", "{ type: 'it''s', about"],
    ['total', 'true', "{ type: 'true', about"],
    ['weight', "it's", "{ type: 'it''s', about"],
    ['weight', 'decimal(9,3)?', "{ type: 'decimal(9,3)?', about"],
  ])('of the type of %s by %s', (name, to, expected) => {
    expect(mending((model) => replaceText(field(model, name).typeSpan, to)).fixed['orders.yaml']).toContain(expected)
  })

  test('keeps the text that is meant, whatever it is, and everything else as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('total', 'weight'), (text, name) => {
        const { fixed } = mending((model) => replaceText(field(model, name).typeSpan, text))
        const wanted = structuredClone(parse(orders))
        // What YAML cannot hold on one line is not written at all.
        if (fixed['orders.yaml'] !== orders) wanted.entities.Order.postgres.fields[name].type = text
        expect(parse(fixed['orders.yaml'] ?? '')).toEqual(wanted)
      }),
      { numRuns: 200 },
    )
  })
})

describe('rename', () => {
  test('of a field takes every use along, and leaves a name that is taken', () => {
    const { fixed } = mending((model) => rename(model, { field: field(model, 'loaves') }, 'loaf_count'))
    expect(fixed['orders.yaml']).toBe(orders.replace('loaves:', 'loaf_count:'))
    expect(mending((model) => rename(model, { field: field(model, 'loaves') }, 'total')).findings[0]?.fixes).toEqual([])
  })

  test('of an entity is a name of the language, and free', () => {
    const titles = (to: string): readonly string[] | undefined =>
      mending((model) => rename(model, { entity: 'Order' }, to)).findings[0]?.fixes
    expect(titles('Sale')).toEqual(['rename `Order` to `Sale`'])
    expect([titles('Baker'), titles('a b'), titles('')]).toEqual([[], [], []])
    const { fixed } = mending((model) => rename(model, { entity: 'Order' }, 'Sale'))
    expect(
      analyze(Object.entries(fixed).map(([path, text]) => ({ path, text }))).model?.byName.entities.has('Sale'),
    ).toBe(true)
  })
})

describe('runRule', () => {
  const quiet = defineRule({ code: 'custom/quiet', severity: 'info', summary: 'nothing', check: () => undefined })

  test('says where a finding is and what it points at', () => {
    expect(mending(() => []).findings).toEqual([
      {
        message: 'mend it',
        severity: 'warning',
        path: 'orders.yaml',
        line: 14,
        column: 3,
        text: 'Baker',
        fixes: [],
      },
    ])
  })

  test('refuses what would test nothing', () => {
    expect(() => runRule(quiet, { ...spec, 'orders.yaml': orders.replace('type: int', 'type: inn') })).toThrow(
      'orders.yaml:13:25 type/unknown',
    )
    expect(() => runRule({ ...quiet, code: 'custom/Quiet' }, spec)).toThrow('not in kebab-case')
    const failing = { ...quiet, check: (): void => void JSON.parse('{') }
    expect(() => runRule(failing, spec)).toThrow('rules/failed: rule `custom/quiet` failed')
  })
})
