import { describe, expect, test } from 'vitest'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import { Collector } from '../../generator/diagnostic/collector.ts'
import type { Model } from '../../generator/model/model.ts'
import { type RuleLevel, type RulePreset, usualRules } from '../../generator/model/rule-settings.ts'
import { rules } from '../../generator/rules/index.ts'
import { levelOf, lint } from '../../generator/rules/lint.ts'
import type { Rule } from '../../generator/rules/rule.ts'
import { analyzeText } from '../support/analyze-text.ts'

const orders = `entities:
  Order:
    use: [base_fields]
    postgres: { fields: { note: text, ready_at: timestamp? } }
`

function modelOf(text: string): Model {
  const { model } = analyzeText(text)
  if (model === undefined) throw new Error('no model')
  return model
}

function project(
  preset: RulePreset,
  levels: Readonly<Record<string, RuleLevel>> = {},
): Pick<Model['project'], 'rules'> {
  return { rules: { ...usualRules, preset, levels: new Map(Object.entries(levels)) } }
}

function found(model: Model, chosen: readonly Rule[] = rules): readonly string[] {
  const collector = new Collector()
  lint(model, chosen, collector.report)
  return collector.sorted().map(({ severity, code }) => `${severity} ${code}`)
}

describe('presets and levels', () => {
  const base = modelOf(orders)
  const withRules = (preset: RulePreset, levels: Readonly<Record<string, RuleLevel>> = {}): Model => ({
    ...base,
    project: { ...base.project, ...project(preset, levels) },
  })

  test('each preset holds the smaller ones', () => {
    const on = (preset: RulePreset): readonly string[] =>
      rules.filter((rule) => levelOf(rule, project(preset)) !== 'off').map(({ code }) => code)
    expect(on('recommended')).toEqual(expect.arrayContaining([...on('minimal')]))
    expect(on('strict')).toEqual(ruleCodes)
    expect(on('minimal').length).toBeLessThan(on('recommended').length)
    expect(on('recommended').length).toBeLessThan(on('strict').length)
  })

  test('a preset turns its rules on at their own severity', () => {
    expect(found(withRules('minimal'))).toEqual([])
    expect(found(withRules('recommended'))).toEqual([
      'warning placement/large-text-in-postgres',
      'error naming/timestamp-suffix',
    ])
  })

  test('a level beats the preset, in both directions', () => {
    const levels = { 'placement/large-text-in-postgres': 'off', 'naming/timestamp-suffix': 'info' } as const
    expect(found(withRules('recommended', levels))).toEqual(['info naming/timestamp-suffix'])
    expect(found(withRules('minimal', { 'docs/missing-about': 'error' }))).toContain('error docs/missing-about')
    expect(found(withRules('minimal', { 'docs/missing-about': 'error' })).every((one) => one.includes('docs/'))).toBe(
      true,
    )
  })
})

describe('an entity in which something was reported', () => {
  const unsound = (): Model => {
    const model = modelOf(orders)
    const strict = { ...model.project, ...project('strict') }
    return { ...model, project: strict, unsound: new Set(['Order']) }
  }

  test('is seen by naming rules alone', () => {
    const about = found(unsound()).filter((one) => one.startsWith('error') || one.includes('placement'))
    expect(about).toEqual(['error naming/timestamp-suffix'])
  })

  test('is not among the references either', () => {
    const text = `entities:
  Order: { use: [base_fields], postgres: { fields: { note: string(20) } } }
  Line: { use: [base_fields], postgres: { fields: { order: ref(Order) } } }
`
    const seen: string[] = []
    const spy: Rule = {
      code: 'docs/missing-about',
      severity: 'info',
      preset: 'minimal',
      summary: '',
      fixable: false,
      check: (model) => seen.push(...(model.references.get('Order') ?? []).map(({ from }) => from.name)),
    }
    const model = modelOf(text)
    lint(model, [spy], () => undefined)
    lint({ ...model, unsound: new Set(['Line']) }, [spy], () => undefined)
    expect(seen).toEqual(['Line'])
  })
})

describe('a reason in the spec', () => {
  test('answers the placement rules for its block only', () => {
    const spec = (why: string): string => `entities:
  Recipe:
    use: [base_fields]
    postgres: { ${why}fields: { body: text, extra: part(mongo)? } }
    mongo: { fields: { picture: bytes } }
`
    const placed = (text: string): readonly string[] => {
      const model = modelOf(text)
      return found({ ...model, project: { ...model.project, ...project('recommended') } })
    }
    const binary = 'warning placement/binary-outside-s3'
    expect(placed(spec(''))).toEqual(['warning placement/large-text-in-postgres', binary])
    expect(placed(spec('why: read with every order, '))).toEqual([binary])
  })
})
