import { describe, expect, test } from 'vitest'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import { options as schema } from '../../generator/front/schema/rules.ts'
import { ruleOptions } from '../../generator/model/rule-options.ts'
import { rules } from '../../generator/rules/index.ts'
import { postgresLimits } from '../../generator/stores/postgres.ts'
import { s3Limits } from '../../generator/stores/s3.ts'
import { analyzeText, recommendedProject } from '../support/analyze-text.ts'

/** The codes and messages that a text gives, with options of one rule set, and the rule on. */
function found(code: string, text: string, options = ''): readonly string[] {
  const set = options === '' ? '' : `, options: { ${code}: { ${options} } }`
  const project = recommendedProject.replace(
    'extends: recommended',
    `extends: minimal, levels: { ${code}: error }${set}`,
  )
  return analyzeText(text, project).diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)
}

describe('the options of rules', () => {
  test('stand in one list, and each on its own rule', () => {
    const own = rules.flatMap(({ code, options = [] }) => options.map((option) => ({ code, option })))
    expect(own.map(({ option }) => option)).toEqual(ruleOptions)
    for (const { code, option } of own) expect(option.rule).toBe(code)
  })

  test('have defaults that they accept, and say what they are', () => {
    for (const option of ruleOptions) {
      expect(option.accepts(option.default), option.name).toBe(true)
      expect(option.summary, option.name).toMatch(/^[A-Z].+[.]$/)
      expect(option.name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    }
  })

  test('are all in the schema, by the codes of the rules', () => {
    const described = Object.entries(schema.properties ?? {}).map(([code, one]) => [code, Object.keys(one.properties)])
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(
        ruleCodes.map((code) => [code, ruleOptions.flatMap(({ rule, name }) => (rule === code ? [name] : []))]),
      ),
    )
  })

  test('start from what the stores hold', () => {
    const usual = new Map(ruleOptions.map((option) => [option.name, option.default]))
    expect(usual.get('max_row_bytes')).toBe(postgresLimits.inlineBytes)
    expect(usual.get('max_bytes')).toBe(s3Limits.keyBytes)
  })
})

describe('each option changes what its rule finds', () => {
  const entity = (fields: string, more = ''): string =>
    `entities:\n  Cake: { use: [base_fields], postgres: { ${more}fields: { ${fields} } } }\n`

  test('max_characters', () => {
    const code = 'placement/large-text-in-postgres'
    expect(found(code, entity('recipe: string(4000)'))).toEqual([])
    expect(found(code, entity('recipe: string(4000)'), 'max_characters: 3999')).toHaveLength(1)
    expect(found(code, entity('recipe: string(9000)'), 'max_characters: 9000')).toEqual([])
  })

  test('max_row_bytes', () => {
    const code = 'placement/large-text-in-postgres'
    const text = entity('plan: json', 'volume: { per_tenant_month: 10, bytes: 3kB }, ')
    expect(found(code, text)).toHaveLength(1)
    expect(found(code, text, 'max_row_bytes: 3072')).toEqual([])
  })

  test('many_records', () => {
    const code = 'placement/append-log-in-postgres'
    const text = entity('kind: string(20)', 'append_only: true, volume: { per_tenant_month: 60k }, ')
    expect(found(code, text)).toHaveLength(1)
    expect(found(code, text, 'many_records: 60001')).toEqual([])
  })

  test('many_references', () => {
    const code = 'placement/relational-in-mongo'
    const text = `entities:
  Cake: { use: [base_fields], mongo: { fields: { one: ref(Baker), two: ref(Baker), three: ref(Baker) } } }
`
    expect(found(code, text)).toHaveLength(1)
    expect(found(code, text, 'many_references: 4')).toEqual([])
  })

  test('max_bytes', () => {
    const code = 's3/key-too-long'
    const text = `entities:
  Cake:
    use: [base_fields]
    postgres: { fields: { photo_s3_key: key(photo)? } }
    s3: { objects: { photo: { bucket: photos, path: "cakes/{ref_id}/{object}.png", content_type: image/png } } }
`
    expect(found(code, text)).toEqual([])
    const [said = ''] = found(code, text, 'max_bytes: 64')
    expect(said).toContain('bytes; this project allows no more than 64')
  })

  test('verbs', () => {
    const code = 'naming/user-ref-suffix'
    const text = entity('sommelier: ref(Baker)')
    const renamed = (options: string): string | undefined => {
      const set = options === '' ? '' : `, options: { ${code}: { ${options} } }`
      const project = recommendedProject.replace('extends: recommended', `levels: { ${code}: error }${set}`)
      return analyzeText(text, project).diagnostics.find((one) => one.code === code)?.help
    }
    expect(renamed('')).toContain('`sommelier_by`')
    expect(renamed('verbs: { sommelier: chosen }')).toContain('`chosen_by`')
  })

  test('kinds', () => {
    const code = 'docs/missing-about'
    const text = entity('kind: string(20)')
    const all = found(code, text)
    const some = found(code, text, 'kinds: [entities]')
    expect(some.length).toBeGreaterThan(0)
    expect(some).toEqual(all.filter((one) => one.includes('the entity')))
    expect(some.length).toBeLessThan(all.length)
  })
})
