import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import multitool from '@microsoft/sarif-multitool'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Log, Region, Run } from 'sarif'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { renderSarif } from '../../generator/report/sarif.ts'
import type { ReportSettings } from '../../generator/report/settings.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { allHostile, hostile, hostileTexts, many, nothing, one, settings } from './samples.ts'

// Microsoft's SARIF Multitool ships the schema of OASIS beside its validator.
// Formats of texts, such as those of addresses, are looked at by the validator.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const fitsSchema = ajv.compile(JSON.parse(readFileSync(join(dirname(multitool), 'sarif-2.1.0.json'), 'utf8')))

const { homepage: _, ...homeless } = settings
const samples: Readonly<Record<string, readonly [Findings, ReportSettings]>> = {
  zero: [nothing, settings],
  one: [one, settings],
  hostile: [allHostile(), settings],
  homeless: [one, { ...homeless, pageOf: () => undefined }],
}

function runOf(findings: Findings, chosen: ReportSettings = settings): Run {
  const log: Log = JSON.parse(renderSarif(findings, chosen))
  const [run] = log.runs
  if (run === undefined) throw new Error('there is no run')
  return run
}

test.each([...Object.entries(samples), ['thousand', [many(1_000), settings]] as const])(
  '%s findings fit the schema',
  (_name, [findings, chosen]) => {
    fitsSchema(JSON.parse(renderSarif(findings, chosen)))
    expect(fitsSchema.errors ?? []).toEqual([])
  },
)

test('a check of the check: the schema refuses what it should', () => {
  const log: Log = JSON.parse(renderSarif(one, settings))
  expect(fitsSchema({ ...log, version: '2.0.0' })).toBe(false)
  expect(fitsSchema({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'fatal' }] }] })).toBe(false)
})

/** What the validator says of files, by file: the ids of the rules that were broken, at any level. */
function validate(reports: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  using folder = new TemporaryFolder()
  for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder.path, `${name}.sarif`), text)
  const output = join(folder.path, 'verdict.json')
  const argv = ['validate', join(folder.path, '*.sarif'), '--output', output, '--level', 'Error;Warning;Note']
  const ran = spawnSync(multitool, [...argv, '--rule-kind', 'Sarif;Ghas'], { encoding: 'utf8' })
  if (ran.error !== undefined) throw ran.error
  const verdict: Log = JSON.parse(readFileSync(output, 'utf8'))
  const broken = new Map<string, Set<string>>(Object.keys(reports).map((name) => [name, new Set()]))
  for (const { ruleId = '', level = 'warning', locations = [] } of verdict.runs[0]?.results ?? []) {
    const name = /([^/]+)\.sarif$/.exec(locations[0]?.physicalLocation?.artifactLocation?.uri ?? '')?.[1] ?? ''
    broken.get(name)?.add(`${ruleId} ${level}`)
  }
  return Object.fromEntries([...broken].map(([name, rules]) => [name, [...rules].sort()]))
}

/**
 * Advice that is not followed: messages with ids and arguments (2002), the revision of the repository (2003), what stands
 * around a place (2011), a schema that can be fetched (2006), and codes without a slash (2009), which are stable.
 */
const declined = ['SARIF2002 note', 'SARIF2003 note', 'SARIF2006 note', 'SARIF2009 note', 'SARIF2011 note']

describe("Microsoft's validator", () => {
  test('finds no error and warns of nothing', () => {
    const reports = Object.fromEntries(
      Object.entries(samples).map(([name, [findings, chosen]]) => [name, renderSarif(findings, chosen)]),
    )
    const wrong = renderSarif(one, settings).replace('"ruleIndex": 0', '"ruleIndex": 7')
    const verdict = validate({ ...reports, wrong })
    const unexpected = (name: string, ...allowed: readonly string[]): readonly string[] =>
      (verdict[name] ?? ['no verdict']).filter((rule) => ![...declined, ...allowed].includes(rule))
    expect(unexpected('wrong').filter((rule) => rule.endsWith(' error'))).not.toEqual([])
    expect(unexpected('one')).toEqual([])
    // No rule was broken, so none is described.
    expect(unexpected('zero', 'SARIF2012 note')).toEqual([])
    // A place of no width has no text.
    expect(unexpected('hostile', 'SARIF2010 note')).toEqual([])
    // Without a home there is no address to give: neither of the tool nor of its rules.
    expect(unexpected('homeless', 'SARIF2005 warning', 'SARIF2012 note')).toEqual([])
  })

  test('neither of a thousand findings', { tags: ['full'] }, () => {
    const { thousand = [] } = validate({ thousand: renderSarif(many(1_000), settings) })
    expect(thousand.filter((rule) => !declined.includes(rule))).toEqual([])
  })
})

describe('results', () => {
  test('point at their rule, each of which is described once', () => {
    const { results = [], tool } = runOf(many(100))
    const rules = tool.driver.rules ?? []
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    for (const { helpUri } of rules) expect(helpUri).toMatch(/^https:\/\/stowage\.example\/rules\//)
  })

  test('lead to the published pages of the project, where it has any', () => {
    const rule = 'https://docs.example.com/rules/naming/timestamp-suffix/'
    expect(runOf({ ...one, links: () => ({ rule }) }).tool.driver.rules?.[0]?.helpUri).toBe(rule)
  })

  test('name their file by a URI that leads back to its path', () => {
    for (const text of hostileTexts) {
      const findings = hostile(text)
      const uri = runOf(findings).results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''
      expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=/]|%[0-9A-F]{2})+$/)
      expect(decodeURIComponent(uri)).toBe(`bakery/${findings.files[0]?.path.toWellFormed()}`)
      expect(new URL(uri, 'file:///repository/').pathname).toBe(`/repository/${uri}`)
    }
  })

  test('that were answered for say by what and why; the others say that they were not', () => {
    const { results = [] } = runOf(many(1_000))
    const answered = results.flatMap(({ suppressions = [] }) => suppressions)
    expect(results).toHaveLength(1_002)
    expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true)
    expect(answered.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['inSource accepted', 'external accepted'])
    expect(answered.map(({ justification }) => justification)).toEqual(Array(2).fill('the old tills read this column'))
  })

  test('have fingerprints of their own', () => {
    const { results = [] } = runOf(many(1_000))
    const prints = results.map(({ partialFingerprints }) => partialFingerprints?.['stowageFinding/v1'])
    expect(new Set(prints).size).toBe(results.length)
  })

  test('make no link of a text', () => {
    const { results = [] } = runOf(hostile('[click](https://evil.example/)'))
    for (const { message, relatedLocations = [] } of results) {
      for (const text of [message.text, ...relatedLocations.map((place) => place.message?.text)]) {
        expect(text).not.toMatch(/\]\(/)
      }
    }
  })
})

/** The offset of a place, by the definition of lines and UTF-16 columns. */
function offset(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}

function stretch(text: string, region: Region): readonly [number, number] {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region
  return [offset(text, startLine, startColumn), offset(text, endLine, endColumn)]
}

test('whoever applies the fixes gets what `lint --fix` makes, and whoever reads a place its text', () => {
  const findings = many(60)
  const { results = [], columnKind } = runOf(findings, { ...settings, prefix: '' })
  expect(columnKind).toBe('utf16CodeUnits')
  const texts = new Map(findings.files.map(({ path, text }) => [path, text]))
  const edits: { readonly path: string; readonly from: number; readonly to: number; readonly text: string }[] = []
  for (const { fixes = [], locations = [], suppressions = [] } of results) {
    const place = locations[0]?.physicalLocation
    const text = texts.get(place?.artifactLocation?.uri ?? '') ?? ''
    expect(text.slice(...stretch(text, place?.region ?? {}))).toBe(place?.region?.snippet?.text)
    if (suppressions.length > 0) continue
    for (const { artifactLocation, replacements } of fixes.flatMap((fix) => fix.artifactChanges)) {
      const path = artifactLocation.uri ?? ''
      for (const { deletedRegion, insertedContent } of replacements) {
        const [from, to] = stretch(texts.get(path) ?? '', deletedRegion)
        edits.push({ path, from, to, text: insertedContent?.text ?? '' })
      }
    }
  }
  for (const { path, from, to, text } of edits.reverse()) {
    const before = texts.get(path) ?? ''
    texts.set(path, before.slice(0, from) + text + before.slice(to))
  }
  const mended = applyFixes(findings.files, findings.diagnostics).files
  expect(mended.length).toBeGreaterThan(1)
  for (const file of mended) expect(texts.get(file.path)).toBe(file.text)
})
