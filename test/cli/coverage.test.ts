import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

const documented = 'test/cases/documented'

test('tells how much is told, by kind and by domain, and what is missing where', async () => {
  const { code, err, out } = await runCli(documented, ['coverage'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toContain('enums               2   4    50%\n')
  expect(out).toContain('People         30  32  93.7%\n')
  expect(out).toContain('(no domain)    12  19  63.1%\n')
  expect(out).toMatch(/^field Analyst\.badge +spec\/areas\/people\.yaml:40:9$/m)
  expect(out).toMatch(/^`why` of AccessLog\.mongo +spec\/areas\/samples\.yaml:\d+:5$/m)
  expect(out.trimEnd().split('\n').at(-1)).toBe('87.3% of 95 things')
})

test('a pipeline asks whether it is enough', async () => {
  expect((await runCli(documented, ['coverage', '--min', '87.3'])).code).toBe(0)
  const { code, out } = await runCli(documented, ['coverage', '--min', '95'])
  expect(code).toBe(1)
  expect(out).toContain('87.3% of 95 things, less than the 95% asked for\n')
  expect((await runCli('.', ['coverage', '--min', '100'])).code).toBe(0)
})

test.each(['101', '-1', 'many', '9e1', ''])('refuses --min %s', async (min) => {
  const { code, err } = await runCli(documented, ['coverage', `--min=${min}`])
  expect(code).toBe(2)
  expect(err).toContain('Write a number from 0 to 100.')
})

test('the report as JSON holds all of it', async () => {
  const { code, out } = await runCli(documented, ['coverage', '--min', '95', '--format', 'json'])
  expect(code).toBe(1)
  const report = JSON.parse(out)
  expect(report).toMatchObject({ version: 1, min: 95, enough: false, all: { told: 83, total: 95, percent: 87.3 } })
  expect(report.kinds.entity).toEqual({ told: 7, total: 7, percent: 100 })
  expect(report.domains.at(-1)).toMatchObject({ domain: null, all: { told: 12, total: 19 } })
  expect(report.missing).toHaveLength(12)
  expect(report.missing[0]).toEqual({
    kind: 'field',
    name: 'Analyst.badge',
    domain: 'People',
    path: 'spec/areas/people.yaml',
    line: 40,
    column: 9,
  })
})

test('more than a screen of missing things is counted, not listed', async () => {
  const folder = freshProject()
  const fields = Array.from({ length: 30 }, (_, at) => `        extra_${at}: int\n`).join('')
  amend(folder, articles, '      fields:\n', `      fields:\n${fields}`)
  const { out } = await runCli(folder, ['coverage'])
  expect(out.match(/^field /gm)).toHaveLength(20)
  expect(out).toMatch(/^and [0-9,]+ more: --format json names all of them$/m)
})

test('a spec with errors is not counted', async () => {
  const folder = freshProject()
  amend(folder, articles, 'ref(', 'ref(No')
  const { code, err, out } = await runCli(folder, ['coverage', '--min', '1'])
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain('resolve/unknown-entity')
})
