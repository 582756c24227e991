import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { merelyWarned, mistaken } from './mistaken.ts'
import { runCli } from './run-cli.ts'

describe('the exit code', () => {
  test.each<[string, number]>([
    ['', 0],
    ['--fail-severity warning', 1],
    ['--fail-severity info', 1],
    ['--max-warnings 1', 0],
    ['--max-warnings 0', 1],
    ['--max-warnings 0 --quiet', 1],
    ['--quiet', 0],
  ])('of a warning with lint %s is %d', async (argv, code) => {
    const words = argv.split(' ').filter((word) => word !== '')
    expect((await runCli(merelyWarned(), ['lint', ...words])).code).toBe(code)
    expect((await runCli(merelyWarned(), ['lint', '-f', 'json', ...words])).code).toBe(code)
  })

  test('of an error is 1 whatever is said of warnings', async () => {
    expect((await runCli(mistaken(), ['lint', '--max-warnings', '9', '--quiet'])).code).toBe(1)
  })

  test('of too many warnings is explained, also where they are not shown', async () => {
    const { out, err } = await runCli(merelyWarned(), ['lint', '--max-warnings', '0', '--quiet'])
    expect(out).toBe('')
    expect(err).toMatch(/^1 warning, where --max-warnings allows 0\n4 files, .*: no errors\n$/)
  })

  test('of findings that --quiet leaves out is explained', async () => {
    const { out, err } = await runCli(merelyWarned(), ['lint', '--fail-severity', 'warning', '--quiet'])
    expect(out).toBe('')
    expect(err).toMatch(
      /^1 finding that --quiet leaves out, where --fail-severity is warning\n4 files, .*: no errors\n$/,
    )
  })

  test.each(['check', 'generate --check'])('of %s counts warnings too, and compares all the same', async (command) => {
    const folder = merelyWarned()
    await runCli(folder, ['generate'])
    const run = command.split(' ')
    expect((await runCli(folder, run)).code).toBe(0)
    expect((await runCli(folder, [...run, '--fail-severity', 'warning'])).code).toBe(1)
    rmSync(join(folder, 'generated/.gitattributes'))
    const { out } = await runCli(folder, [...run, '--fail-severity', 'warning'])
    expect(out).toMatch(/^warning\[naming\/timestamp-suffix\](.|\n)*\n {2}create {2}generated\/\.gitattributes\n$/)
  })
})

test('--quiet tells of errors only, in every format', async () => {
  const folder = mistaken()
  for (const format of ['text', 'json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
    const { out } = await runCli(folder, ['lint', '--quiet', '-f', format])
    expect(out, format).toContain('naming/timestamp-suffix')
    expect(out, format).not.toContain('naming/field-case')
  }
})

test('JUnit calls a failure what ends the run with 1', async () => {
  const junit = async (...argv: string[]): Promise<string> =>
    (await runCli(merelyWarned(), ['lint', '-f', 'junit', ...argv])).out
  expect(await junit()).toContain('tests="1" failures="0"')
  expect(await junit('--fail-severity', 'warning')).toContain('tests="1" failures="1"')
  expect(await junit('--max-warnings', '0')).toContain('tests="1" failures="1"')
})
