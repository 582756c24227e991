import type { Log, Run } from 'sarif'
import { expect, test } from 'vitest'
import { mistaken } from './mistaken.ts'
import { runCli } from './run-cli.ts'
import { amend, articles } from './specs.ts'

async function runIn(folder: string, ...argv: string[]): Promise<Run> {
  const { out } = await runCli(folder, ['lint', '-f', 'sarif', ...argv])
  const log: Log = JSON.parse(out)
  const [run] = log.runs
  if (run === undefined) throw new Error('there is no run')
  return run
}

function suppressionsIn({ results = [] }: Run): readonly unknown[] {
  return results.flatMap(({ ruleId, suppressions = [] }) =>
    suppressions.map(({ kind, justification }) => [ruleId, kind, justification]),
  )
}

test('a finding that a comment answers for is suppressed in SARIF, skipped in JUnit, and counted in text', async () => {
  const folder = mistaken()
  const comment = '# stowage-ignore-next-line naming/timestamp-suffix -- the old app reads it'
  amend(folder, articles, '        bornAt: timestamp?\n', `        ${comment}\n        bornAt: timestamp?\n`)
  const run = await runIn(folder)
  expect(suppressionsIn(run)).toEqual([['naming/timestamp-suffix', 'inSource', 'the old app reads it']])
  const place = run.results?.flatMap(({ suppressions = [] }) => suppressions)[0]?.location?.physicalLocation
  expect(place?.region?.snippet?.text).toContain('stowage-ignore-next-line')
  expect((await runCli(folder, ['lint', '-f', 'junit'])).out).toContain('<skipped message="the old app reads it"/>')
  const { code, out } = await runCli(folder, ['lint'])
  expect(code).toBe(0)
  expect(out).toContain('\n1 warning, 1 fixable, in 1 of 4 files, 1 suppressed. ')
})

test('one that the baseline holds is suppressed from outside', async () => {
  const folder = mistaken()
  await runCli(folder, ['lint', '--write-baseline'])
  const kinds = suppressionsIn(await runIn(folder)).map((each) => (Array.isArray(each) ? each[1] : undefined))
  expect(kinds).toEqual(['external', 'external'])
  expect(suppressionsIn(await runIn(folder, '--no-baseline'))).toEqual([])
})

test('fingerprints are the same before and after a comment answers for a finding above', async () => {
  const folder = mistaken()
  const prints = ({ results = [] }: Run): readonly unknown[] =>
    results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints])
  const before = prints(await runIn(folder))
  amend(
    folder,
    articles,
    '        bornAt: ',
    '        # stowage-ignore-next-line naming/field-case -- it is old\n        bornAt: ',
  )
  expect(prints(await runIn(folder))).toEqual(before)
})

test('a rule leads to the published page of the project, where there is one, and is described by its page', async () => {
  const folder = mistaken()
  const [rule] = (await runIn(folder)).tool.driver.rules ?? []
  expect(rule?.helpUri).toBeUndefined()
  expect(rule?.help?.markdown).toContain('# naming/field-case\n')
  amend(folder, 'spec/stowage.yaml', 'stores:\n', 'docs: { url: https://docs.example.com/ }\nstores:\n')
  const [published] = (await runIn(folder)).tool.driver.rules ?? []
  expect(published?.helpUri).toBe('https://docs.example.com/rules/naming/field-case/')
})
