import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type TestSuites } from 'junit2json'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { renderJunit } from '../../generator/report/junit.ts'
import { finding, findingsOf, spanOf } from '../diagnostic/spans.ts'
import { allHostile, hostile, hostileTexts, many, nothing, one, settings } from './samples.ts'

const grammar = readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8')

async function faults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml, schema: grammar })
  return errors.map(({ message }) => message)
}

/** What a reader that nobody here wrote makes of it. */
async function read(findings: Findings, chosen = settings): Promise<TestSuites> {
  const report = await parse(renderJunit(findings, chosen))
  if (report == null || !('testsuite' in report)) throw new Error('that is no report of several suites')
  return report
}

describe('libxml', () => {
  test.each([
    ['zero', nothing],
    ['one', one],
    ['a thousand', many(1_000)],
    ['hostile', allHostile()],
  ])('takes %s findings, and they fit the grammar', async (_name, findings) => {
    expect(await faults(renderJunit(findings, settings))).toEqual([])
  })

  test('refuses what it should: a check of the check', async () => {
    const xml = renderJunit(one, settings)
    expect(await faults(xml.replace('<failure', '<faliure'))).not.toEqual([])
    expect(await faults(xml.replace('timestamp field', 'timestamp \u0008 field'))).not.toEqual([])
    expect(await faults(xml.replace('errors="0" skipped', 'skipped'))).not.toEqual([])
  })
})

describe('junit2json reads', () => {
  test('one case that has passed where nothing was found', async () => {
    const { testsuite = [], tests, failures } = await read(nothing)
    expect({ tests, failures }).toEqual({ tests: 1, failures: 0 })
    expect(testsuite[0]?.testcase).toEqual([{ classname: 'stowage', name: 'no findings', time: 0 }])
  })

  test('a suite a file, a failure with code, message, place and way out', async () => {
    const { testsuite = [] } = await read(one)
    const path = 'spec/domains/ovens & fires.yaml'
    expect(testsuite).toMatchObject([{ name: path, file: `bakery/${path}` }])
    const [found] = testsuite[0]?.testcase ?? []
    expect(found?.classname).toBe('naming.timestamp-suffix')
    expect(found?.failure?.[0]?.type).toBe('naming/timestamp-suffix')
    expect(found?.failure?.[0]?.message).toBe('timestamp field `lit1_at` must end in `_on`')
    expect(found?.failure?.[0]?.inner?.split('\n')).toEqual([
      'error[naming/timestamp-suffix]: timestamp field `lit1_at` must end in `_on`',
      'at spec/domains/ovens & fires.yaml:8:7',
      'becomes column ovens.lit1_at',
      'help: rename it to `lit1_on` (fixable: stowage lint --fix)',
    ])
  })

  test('numbers that are those of the cases, in each suite and in all', async () => {
    const { testsuite = [], tests, failures } = await read(many(1_000))
    const cases = testsuite.flatMap(({ testcase = [] }) => testcase)
    expect(cases).toHaveLength(1_002)
    expect({ tests, failures }).toEqual({ tests: 1_002, failures: 200 })
    expect(cases.filter(({ failure }) => failure !== undefined)).toHaveLength(200)
    expect(cases.filter(({ skipped }) => skipped !== undefined)).toHaveLength(2)
    for (const { testcase = [], ...suite } of testsuite) {
      expect(suite.tests).toBe(testcase.length)
      expect(suite.failures).toBe(testcase.filter(({ failure }) => failure !== undefined).length)
      expect(suite.skipped).toBe(testcase.filter(({ skipped }) => skipped !== undefined).length)
    }
  })

  test('as failures what ends the run with 1, and no other', async () => {
    const strict = { ...settings, fails: () => true }
    expect((await read(many(50), strict)).failures).toBe(50)
    expect((await read(many(50))).failures).toBe(10)
    const warned = (await read(many(50))).testsuite?.[0]?.testcase?.[0]
    expect(warned?.['system-out']?.[0]).toContain('warning[docs/missing-about]: timestamp field `lit0_at`')
  })

  test('why a finding was skipped', async () => {
    const { testsuite = [] } = await read(many(50))
    const skipped = testsuite.flatMap(({ testcase = [] }) => testcase.flatMap((each) => each.skipped ?? []))
    expect(skipped).toEqual([{ message: 'the old tills read this column' }])
  })

  test('cases whose names differ, also of findings that read alike: a server keeps one of a name', async () => {
    const [file] = one.files
    if (file === undefined) throw new Error('there is no file')
    const alike = findingsOf([finding({ span: spanOf(file, 'stowage') }), finding({ span: spanOf(file, 'name') })], 1)
    const names = (await read(alike)).testsuite?.flatMap(({ testcase = [] }) => testcase.map(({ name }) => name))
    expect(names).toEqual(['spec/stowage.yaml: a message', 'spec/stowage.yaml: a message (2)'])
  })

  test.each(hostileTexts)('a text of a spec as a text and nothing else: %j', async (text) => {
    const { testsuite = [] } = await read(hostile(text))
    const cases = testsuite.flatMap(({ testcase = [] }) => testcase)
    expect(cases).toHaveLength(2)
    for (const each of cases) {
      expect(Object.keys(each).filter((key) => !['classname', 'name', 'time'].includes(key))).toHaveLength(1)
    }
    expect(renderJunit(hostile(text), settings).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u2028\uFFFE]/u)
  })
})
