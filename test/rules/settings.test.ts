import { describe, expect, test } from 'vitest'
import { type Analysis, analyze } from '../../generator/analyze.ts'
import { Collector } from '../../generator/diagnostic/collector.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { loadSpec } from '../../generator/front/load.ts'
import { textOption, wholeOption } from '../../generator/model/rule-option.ts'
import { optionAt } from '../../generator/model/rule-place.ts'
import type { Rule } from '../../generator/rules/rule.ts'
import { memoryReader } from '../support/memory-reader.ts'

/** A vineyard: two old tables that other systems read, and a new one. */
const vineyard = {
  'cellar/cellar.yaml': `domain: Cellar
entities:
  Barrel: { postgres: { fields: { id: { type: uuid, primary: true }, filled_at: timestamp, label: string(5000) } } }
  OldVat: { postgres: { table: TBL_VAT, fields: { id: { type: uuid, primary: true }, note: string(5000) } } }
`,
  'old/till.yaml': `domain: Till
entities:
  OldSale: { postgres: { table: TBL_SALE, fields: { id: { type: uuid, primary: true }, sold_at: timestamp } } }
`,
}

function analysed(
  rules: string,
  more: Readonly<Record<string, string>> = {},
  custom: readonly Rule[] = [],
): Analysis & { readonly brief: readonly string[] } {
  const project = `stowage: 1
name: vineyard
include: [cellar/*.yaml, old/*.yaml]
stores: { postgres: { version: 16, url: POSTGRES_URL } }
rules:
${rules.replace(/^/gm, '  ')}
`
  const texts = Object.entries({ 'stowage.yaml': project, ...vineyard, ...more })
  const bytes = new Map(texts.map(([path, text]) => [path, new TextEncoder().encode(text)]))
  const collector = new Collector()
  const { files, parsed } = loadSpec('stowage.yaml', memoryReader(bytes), collector.report)
  const analysis = analyze(files, parsed, collector.sorted(), custom)
  return { ...analysis, brief: analysis.diagnostics.map(brief) }
}

function brief({ severity, code, span }: Diagnostic): string {
  return `${severity} ${code} ${span?.file.text.slice(span.start, span.end).split('\n')[0]}`
}

const tables = ['error naming/table TBL_VAT', 'error naming/table TBL_SALE']
const times = ['error naming/timestamp-suffix filled_at', 'error naming/timestamp-suffix sold_at']
const large = ['warning placement/large-text-in-postgres string(5000)']
const usual = [times[0], large[0], tables[0], large[0], tables[1], times[1]]

describe('extends', () => {
  test('a preset, or a list of them: the last one holds', () => {
    expect(analysed('extends: recommended').brief).toEqual(usual)
    expect(analysed('extends: [recommended, minimal]').brief).toEqual([])
    expect(analysed('levels: {}').brief).toEqual(usual)
  })

  test('a file that is shared: its levels hold where the project says nothing else', () => {
    const house = 'about: Ours.\nrules: { levels: { naming/table: "off", naming/timestamp-suffix: info } }\n'
    const rules = 'extends: ../house.yaml'.replace('../', './')
    expect(analysed(rules, { 'house.yaml': house }).brief).toEqual([
      'info naming/timestamp-suffix filled_at',
      ...large,
      ...large,
      'info naming/timestamp-suffix sold_at',
    ])
    const own = analysed(`${rules}\nlevels: { naming/timestamp-suffix: "off" }`, { 'house.yaml': house })
    expect(own.brief).toEqual([...large, ...large])
  })

  test('a shared file extends another one, the later beats the earlier, and a level beats a preset wherever it stands', () => {
    const files = {
      'a.yaml': 'rules: { extends: [./b.yaml, minimal], levels: { naming/table: info } }\n',
      'b.yaml': 'rules: { levels: { naming/table: warning, naming/timestamp-suffix: warning } }\n',
    }
    expect(analysed('extends: ./a.yaml', files).brief).toEqual([
      'warning naming/timestamp-suffix filled_at',
      'info naming/table TBL_VAT',
      'info naming/table TBL_SALE',
      'warning naming/timestamp-suffix sold_at',
    ])
    expect(analysed('extends: [./a.yaml, ./b.yaml]', files).brief).toContain('warning naming/table TBL_VAT')
    expect(analysed('extends: [./b.yaml, ./a.yaml]', files).brief).toContain('info naming/table TBL_VAT')
    expect(analysed('extends: [./a.yaml, recommended]', files).brief).toContain(large[0])
  })

  test.each([
    ['extends: recomended', 'error shape/unknown-value recomended'],
    ['extends: [minimal, ./gone.yaml]', 'error project/missing-include ./gone.yaml'],
    ['extends: [minimal, ../out.yaml]', 'error project/outside-include ../out.yaml'],
    ['extends: [minimal, ./rules/*.yaml]', 'error shape/unknown-value ./rules/*.yaml'],
    ['extends: [minimal, ./cellar/cellar.yaml]', 'error shape/unknown-value ./cellar/cellar.yaml'],
  ])('%s is reported at its place', (rules, expected) => {
    expect(analysed(rules).brief).toContain(expected)
  })

  test('files that extend one another are reported, and their rules hold once', () => {
    const files = {
      'a.yaml': 'rules: { extends: [./b.yaml, minimal] }\n',
      'b.yaml': 'rules: { extends: ./a.yaml }\n',
    }
    const [ring, ...rest] = analysed('extends: ./a.yaml', files).diagnostics
    expect(ring?.message).toBe('files extend one another: `a.yaml` -> `b.yaml` -> `a.yaml`')
    expect(ring?.span?.file.path).toBe('b.yaml')
    expect(rest).toEqual([])
  })

  test('a file of rules that is included and not extended does nothing, and is told so', () => {
    const found = analysed('extends: minimal', { 'old/house.yaml': 'rules: { extends: strict }\n' })
    expect(found.brief).toEqual(['warning project/unused-rules rules'])
  })

  test('a mistake in a shared file is reported there', () => {
    const house = 'rules: { levels: { naming/tabel: "off" }, optoins: {} }\n'
    expect(analysed('extends: [minimal, ./house.yaml]', { 'house.yaml': house }).brief).toEqual([
      'error resolve/unknown-rule naming/tabel',
      'error shape/unknown-key optoins',
    ])
  })
})

describe('overrides', () => {
  test('by entity and by file, and both together', () => {
    expect(analysed('overrides: [{ entities: ["Old*"], levels: { naming/table: "off" } }]').brief).toEqual(
      usual.filter((one) => !tables.includes(one ?? '')),
    )
    expect(analysed('overrides: [{ files: [old/*.yaml], levels: { naming/table: warning } }]').brief).toEqual(
      usual.map((one) => (one === tables[1] ? 'warning naming/table TBL_SALE' : one)),
    )
    const both = 'overrides: [{ files: [cellar/**], entities: [OldVat, OldSale], levels: { naming/table: "off" } }]'
    expect(analysed(both).brief).toEqual(usual.filter((one) => one !== tables[0]))
  })

  test('the last one that matches wins', () => {
    const two = `overrides:
  - { entities: [OldVat], levels: { naming/table: info } }
  - { files: ["**/*.yaml"], levels: { naming/table: warning } }`
    expect(analysed(two).brief.filter((one) => one.includes('TBL'))).toEqual([
      'warning naming/table TBL_VAT',
      'warning naming/table TBL_SALE',
    ])
    const swapped = two.replace(/(overrides:\n)(.*\n)(.*)/, '$1$3\n$2').trimEnd()
    expect(analysed(swapped).brief.filter((one) => one.includes('TBL'))).toEqual([
      'info naming/table TBL_VAT',
      'warning naming/table TBL_SALE',
    ])
  })

  test('a rule that is off everywhere else runs', () => {
    const rules = 'extends: minimal\noverrides: [{ entities: [Barrel], levels: { naming/timestamp-suffix: error } }]'
    expect(analysed(rules).brief).toEqual(['error naming/timestamp-suffix filled_at'])
  })

  test('what matches nothing is a warning at the pattern', () => {
    const rules = `extends: minimal
overrides:
  - { files: [cellar/*.yml, old/till.yaml], levels: { naming/table: "off" } }
  - { entities: [Barel], levels: { naming/table: "off" }, why: it is old }`
    const { diagnostics, brief: found } = analysed(rules)
    expect(found).toEqual([
      'warning project/unmatched-override cellar/*.yml',
      'warning project/unmatched-override Barel',
    ])
    expect(diagnostics[1]?.label).toBe('did you mean `Barrel`?')
  })

  test('one that says nowhere is a mistake', () => {
    expect(analysed('overrides: [{ levels: { naming/table: "off" } }]').brief).toContain(
      'error shape/missing-key levels',
    )
  })
})

describe('options', () => {
  const few = 'placement/large-text-in-postgres: { max_characters: 6000 }'

  test('hold for the project, or in a place', () => {
    const left = usual.filter((one) => one !== large[0])
    expect(analysed(`options: { ${few} }`).brief).toEqual(left)
    const placed = analysed(`overrides: [{ entities: [OldVat], options: { ${few} } }]`)
    expect(placed.brief.filter((one) => one === large[0])).toHaveLength(1)
    const back = `options: { ${few} }\noverrides: [{ entities: [OldVat], options: { ${few.replace('6000', '4000')} } }]`
    expect(analysed(back).brief.filter((one) => one === large[0])).toHaveLength(1)
  })

  test.each([
    ['{ placement/large-text-in-postgres: { max_charcters: 1 } }', 'shape/unknown-key max_charcters'],
    ['{ placement/large-text-in-postgres: { max_characters: many } }', 'shape/wrong-type many'],
    ['{ placement/large-text-in-postgres: { max_characters: 0 } }', 'shape/out-of-range 0'],
    ['{ s3/key-too-long: { max_bytes: 2000 } }', 'shape/out-of-range 2000'],
    ['{ docs/missing-about: { kinds: [fields, tables] } }', 'shape/unknown-value tables'],
    ['{ naming/table: { case: upper } }', 'shape/unknown-key case'],
    ['{ naming/tables: { case: upper } }', 'resolve/unknown-rule naming/tables'],
  ])('%s is reported at its place', (options, expected) => {
    expect(analysed(`extends: minimal\noptions: ${options}`).brief).toContain(`error ${expected}`)
  })

  test('a rule without options says so', () => {
    const { diagnostics } = analysed('extends: minimal\noptions: { naming/table: { case: upper } }')
    expect(diagnostics[0]?.help).toBe('leave it out: nothing can be set here')
  })
})

describe('rules that are always errors', () => {
  test.each(['off', 'info', 'warning'])('cannot be %s', (level) => {
    const rules = `extends: minimal\nlevels: { postgres/identifier-too-long: "${level}" }`
    expect(analysed(rules).brief).toEqual([`error suppress/not-suppressible "${level}"`])
    const placed = `extends: minimal\noverrides: [{ files: [old/*], levels: { mongo/two-text-indexes: "${level}" } }]`
    expect(analysed(placed).brief).toEqual([`error suppress/not-suppressible "${level}"`])
  })

  test('may be named as errors', () => {
    expect(analysed('extends: minimal\nlevels: { postgres/identifier-too-long: error }').brief).toEqual([])
  })
})

describe("rules of the project's own", () => {
  const most = wholeOption({
    rule: 'custom/short-names',
    name: 'most',
    summary: 'The most letters of a name.',
    default: 6,
    minimum: 1,
    maximum: 60,
  })
  const word = textOption({ rule: 'custom/short-names', name: 'word', summary: 'A word.', default: 'short' })
  const shortNames: Rule = {
    code: 'custom/short-names',
    severity: 'warning',
    preset: 'minimal',
    summary: 'names of entities are short',
    fixable: false,
    options: [most, word],
    check(model, report) {
      for (const { name, span } of model.entities) {
        if (name.length > optionAt(model, most, span)) report({ message: `\`${name}\` is long`, span })
      }
    },
  }
  const own = (rules: string): readonly string[] => analysed(`extends: minimal\n${rules}`, {}, [shortNames]).brief

  test('have levels, options and overrides as the others have', () => {
    expect(own('levels: {}')).toEqual(['warning custom/short-names OldSale'])
    expect(own('levels: { custom/short-names: "off" }')).toEqual([])
    expect(own('options: { custom/short-names: { most: 5 } }')).toHaveLength(3)
    expect(own('overrides: [{ files: [old/*], levels: { custom/short-names: "off" } }]')).toEqual([])
    expect(own('overrides: [{ entities: [OldSale], options: { custom/short-names: { most: 9 } } }]')).toEqual([])
  })

  test.each([
    ['levels: { custom/short-name: "off" }', 'error resolve/unknown-rule custom/short-name'],
    ['options: { custom/short-names: { mots: 5 } }', 'error shape/unknown-key mots'],
    ['options: { custom/short-names: { most: many } }', 'error shape/wrong-type many'],
    ['options: { custom/short-names: { most: 61 } }', 'error shape/wrong-type 61'],
    ['options: { custom/short-names: { word: [a] } }', 'error shape/wrong-type [a]'],
  ])('%s is reported at its place', (rules, expected) => {
    expect(own(rules)).toContain(expected)
  })

  test('are not called unknown where they were not loaded', () => {
    const rules = 'extends: minimal\nlevels: { custom/short-name: "off" }'
    expect(analysed(`${rules}\nfiles: [rules/*.ts]`).brief).toEqual([])
    expect(analysed(rules).brief).toEqual(['error resolve/unknown-rule custom/short-name'])
  })
})
