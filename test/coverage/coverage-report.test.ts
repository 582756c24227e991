import { describe, expect, test } from 'vitest'
import { isScalar, type Node, parseDocument, visit } from 'yaml'
import { analyze } from '../../generator/analyze.ts'
import {
  type CoverageReport,
  coverageReport,
  inOrderOfFiles,
  percentOf,
  reaches,
} from '../../generator/coverage/coverage-report.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { soundModel, sourcesIn } from '../support/analyze-folder.ts'
import { analyzeText } from '../support/analyze-text.ts'
import { largeModel } from '../support/large-spec.ts'

function reportOf(files: readonly SourceFile[]): CoverageReport {
  const { diagnostics, model } = analyze(files)
  if (model === undefined) throw new Error(diagnostics[0]?.message ?? 'no model')
  return inOrderOfFiles(coverageReport(model))
}

function namesOf({ missing }: CoverageReport): readonly string[] {
  return missing.map(({ kind, name }) => `${kind} ${name}`)
}

/** Where words of a spec stand that no page of a thing is told by: reasons of a tenancy, remarks on indexes. */
const notCounted = /^(about|tenancy|unique|indexes|tenancy,why)$/

/** Every place of a file where the spec says a word that counts, by its path: `entities,Sample,about`. */
function words(text: string): readonly (readonly string[])[] {
  const found: string[][] = []
  visit(parseDocument(text), {
    Pair(_, pair, ancestors) {
      const path = ancestors.flatMap((node) => ('key' in node && isScalar(node.key) ? [String(node.key.value)] : []))
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const [section = ''] = path
      const inside = path.some((step) => notCounted.test(step))
      if (section === '' && key === 'about' && !text.includes('\ndomain:')) return
      if (inside || !['about', 'why'].includes(key) || !isText(pair.value)) return
      found.push([...path, key])
    },
  })
  return found
}

function isText(value: unknown): boolean {
  return isScalar(value as Node) && typeof (value as { value: unknown }).value === 'string'
}

function without(file: SourceFile, path: readonly string[]): SourceFile {
  const document = parseDocument(file.text)
  document.deleteIn([...path])
  return { path: file.path, text: String(document) }
}

describe('of a spec of three stores', () => {
  const files = sourcesIn('test/cases/documented/spec')
  const report = reportOf(files)

  test('what is missing is named, in the order of the files', () => {
    expect(namesOf(report)).toEqual([
      'field Analyst.badge',
      'part Consent.s3',
      'enum ReadingFlag',
      'part AccessLog.mongo',
      'field AccessLog.sample',
      'mixin mutable_fields',
      'field soft_delete_fields.deleted_by',
      'enum Urgency',
      'value Urgency.routine',
      'value Urgency.today',
      'value Urgency.at_once',
      'bucket images',
    ])
    expect(report.all.total - report.all.told).toBe(report.missing.length)
  })

  test('every word that is taken away is one thing less that is told', () => {
    let tried = 0
    for (const file of files) {
      for (const path of words(file.text)) {
        const fewer = reportOf(files.map((one) => (one === file ? without(file, path) : one)))
        expect(fewer.all, `${file.path} ${path.join(' ')}`).toEqual({
          total: report.all.total,
          told: report.all.told - 1,
        })
        tried += 1
      }
    }
    // The rest is told by the meanings of values, which a spec writes without the word `about`.
    expect(tried).toBe(report.all.told - meanings(report))
    expect(tried).toBeGreaterThan(50)
  })

  test('a value that loses its meaning takes that of a state with it', () => {
    const taken = files.map((file) => ({
      ...file,
      text: file.text.replace('taken: On its way to the laboratory.', 'taken: ""'),
    }))
    expect(namesOf(reportOf(taken)).filter((name) => !namesOf(report).includes(name))).toEqual([
      'value SampleStatus.taken',
      'state Sample.taken',
    ])
  })

  test('kinds and domains add up to the whole', () => {
    const sums = (shares: Iterable<{ readonly told: number; readonly total: number }>): unknown => {
      const all = [...shares]
      return {
        told: all.reduce((sum, { told }) => sum + told, 0),
        total: all.reduce((sum, { total }) => sum + total, 0),
      }
    }
    expect(sums(report.kinds.values())).toEqual(report.all)
    expect(sums(report.domains.map(({ all }) => all))).toEqual(report.all)
    for (const { all, kinds } of report.domains) expect(sums(kinds.values())).toEqual(all)
    expect(report.domains.map(({ domain }) => domain)).toEqual(['People', 'Samples', undefined])
  })
})

function meanings({ kinds }: CoverageReport): number {
  return (kinds.get('value')?.told ?? 0) + (kinds.get('state')?.told ?? 0)
}

test('reasons are counted only where there is a choice of stores', () => {
  expect(coverageReport(soundModel('test/cases/postgres-only/spec')).kinds.has('part')).toBe(false)
  expect(coverageReport(soundModel('test/cases/split-entity/spec')).kinds.has('part')).toBe(true)
})

test("a mixin's field counts once, however many records carry it, and the tenant's field not at all", () => {
  const spec = (entities: number): number => {
    const lines = Array.from({ length: entities }, (_, at) => `  Order${at}: { use: [base_fields], postgres: {} }`)
    const { model } = analyzeText(`entities:\n${lines.join('\n')}`)
    return model === undefined ? 0 : (coverageReport(model).kinds.get('field')?.total ?? 0)
  }
  expect(spec(1)).toBeGreaterThan(0)
  expect(spec(7)).toBe(spec(1))
})

test('a share is never rounded up to what was asked for', () => {
  expect(percentOf({ told: 9_499, total: 10_000 })).toBe(94.9)
  expect(reaches({ told: 9_499, total: 10_000 }, 95)).toBe(false)
  expect(reaches({ told: 95, total: 100 }, 95)).toBe(true)
  expect(percentOf({ told: 9_999, total: 10_000 })).toBe(99.9)
  expect(percentOf({ told: 0, total: 0 })).toBe(100)
  expect(reaches({ told: 0, total: 0 }, 100)).toBe(true)
})

test('the reference spec is told in full', () => {
  expect(namesOf(coverageReport(soundModel('spec')))).toEqual([])
})

test('a large spec is counted once over', () => {
  const report = coverageReport(largeModel(200, 10))
  expect(report.kinds.get('entity')?.total).toBe(212)
  expect(report.missing.length).toBe(report.all.total - report.all.told)
})

test('words of white space alone tell nothing', () => {
  const { model } = analyzeText(`entities:\n  Order: { about: " ", use: [base_fields], postgres: {} }`)
  expect(model !== undefined && namesOf(coverageReport(model))).toContain('entity Order')
})
