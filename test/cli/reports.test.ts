import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withOutputPairs } from '../../generator/cli/output-pairs.ts'
import { read, write } from '../output/trees.ts'
import { mistaken } from './mistaken.ts'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

const counted = '1 error and 1 warning, 2 fixable, in 1 of 4 files\n'

describe('where a report goes:', () => {
  test('a format alone is printed, and stderr counts', async () => {
    const { code, out, err } = await runCli(mistaken(), ['lint', '-f', 'gitlab'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toHaveLength(2)
    expect(err).toBe(counted)
  })

  test.each([
    [['-f', 'text', '-f', 'sarif', '-o.sarif', 'reports/out.sarif']],
    [['--format', 'text', '--output.sarif=reports/out.sarif']],
    [['-f', 'text', '-f', 'text', '-o', 'sarif=reports/out.sarif']],
  ])('%j prints text and writes SARIF, making its folder', async (argv) => {
    const folder = mistaken()
    const { out, err } = await runCli(folder, ['lint', ...argv])
    expect(out).toMatch(/^warning\[naming\/field-case\]: /)
    expect(err).toBe('written: reports/out.sarif\n')
    expect(JSON.parse(read(folder, 'reports/out.sarif') ?? '').runs[0].results).toHaveLength(2)
    expect(readdirSync(join(folder, 'reports'))).toEqual(['out.sarif'])
  })

  test('a file alone asks for its format, and nothing is printed', async () => {
    const folder = mistaken()
    const { out, err } = await runCli(folder, ['lint', '-o.junit', 'junit.xml', '-o.markdown', 'report.md'])
    expect({ out, err }).toEqual({ out: '', err: `${counted}written: junit.xml, report.md\n` })
    expect(read(folder, 'junit.xml')).toContain('failures="1"')
    expect(read(folder, 'report.md')).toContain('### Stowage: 1 error and 1 warning in 1 of 4 files\n')
  })

  test('a file that is there is replaced; text has no colour in a file', async () => {
    const folder = mistaken()
    write(folder, 'out.txt', 'old')
    const { out } = await runCli(folder, ['lint', '--color', '-f', 'json', '-o.text', 'out.txt'], { tty: true })
    expect(JSON.parse(out).summary).toMatchObject({ errors: 1, warnings: 1 })
    expect(read(folder, 'out.txt')).toMatch(/^warning\[naming\/field-case\]: /)
    const sound = freshProject()
    await runCli(sound, ['check', '--color', '-f', 'json', '-o.text', 'out.txt'], { tty: true })
    expect(read(sound, 'out.txt')).toMatch(/^ {2}create {2}generated\/\.gitattributes\n/)
  })

  test.each<[readonly string[], string]>([
    [
      ['-f', 'text', '-f', 'sarif'],
      '`text` and `sarif` would both be printed\nwrite one of them to a file: -o.sarif <file>\n',
    ],
    [['-o.sarif', 'a', '-o.json', './a'], '`sarif` and `json` would both be written to "./a"'],
    [['-o.sarif'], 'Say which file: -o.sarif <file>.'],
    [['-o', '=a'], 'Allowed choices are text, json, sarif, junit, github-actions, gitlab, markdown.'],
    [['-o.xml', 'a'], 'Allowed choices are text, json'],
    [['--max-warnings', '-1'], 'Write a whole number'],
    [['--fail-severity', 'fatal'], 'Allowed choices are error, warning, info'],
  ])('%j is bad usage, and says what to do', async (argv, said) => {
    const folder = mistaken()
    const { code, out, err } = await runCli(folder, ['lint', ...argv])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(read(folder, 'a')).toBeUndefined()
  })

  test.each<[string, string]>([
    ['spec/stowage.yaml', 'that is a file of the spec'],
    ['spec', 'it is a folder'],
    ['link', 'it is no plain file'],
    ['package.json/report', 'a file is in the way'],
  ])('nothing is written to %s', async (path, because) => {
    const folder = mistaken()
    write(folder, 'package.json', '{}\n')
    symlinkSync(join(folder, 'package.json'), join(folder, 'link'))
    const before = read(folder, 'spec/stowage.yaml')
    const { code, err } = await runCli(folder, ['lint', '-o.json', path])
    expect(code).toBe(2)
    expect(err).toContain(because)
    expect(read(folder, 'spec/stowage.yaml')).toBe(before)
    expect(read(folder, 'package.json')).toBe('{}\n')
  })

  test('a run that writes output has no report: it says so', async () => {
    const { code, err } = await runCli(mistaken(), ['generate', '-f', 'json'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'error: --format needs --check\nstowage generate --check reports what is stale, `stowage lint` what is wrong\n',
    })
  })
})

describe('arguments', () => {
  test('behind `--` stay, and so does all that is no output', () => {
    const argument = fc.oneof(
      fc.string(),
      fc.constantFrom('-f', '--', '-o', '-o=a', '--output', '--out.x', '-ox', 'a.b'),
    )
    fc.assert(
      fc.property(fc.array(argument.filter((text) => !/^(-o|--output)[.]/.test(text))), (argv) => {
        expect(withOutputPairs(argv)).toEqual(argv)
        expect(withOutputPairs(['--', '-o.json', ...argv])).toEqual(['--', '-o.json', ...argv])
      }),
    )
  })

  test.each([
    [
      ['-o.json', 'a=b'],
      ['--output', 'json=a=b'],
    ],
    [
      ['-o.json=a=b', 'c'],
      ['--output', 'json=a=b', 'c'],
    ],
    [
      ['--output.json', '-o.text', 'x'],
      ['--output', 'json=-o.text', 'x'],
    ],
    [['-o.'], ['--output', '']],
  ])('%j become %j', (argv, pairs) => {
    expect(withOutputPairs(argv)).toEqual(pairs)
  })
})

describe('paths in a report', () => {
  async function pathOf(folder: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const argv = ['lint', '--cwd', join(folder, 'packages/data'), '-f', 'gitlab']
    const { out } = await runCli(folder, argv, { env })
    return JSON.parse(out)[0].location.path
  }

  /** A repository with the project in a folder of it. */
  function repository(): string {
    const folder = mistaken()
    mkdirSync(join(folder, 'packages/data'), { recursive: true })
    renameSync(join(folder, 'spec'), join(folder, 'packages/data/spec'))
    return folder
  }

  test('begin at the folder that Git keeps, or that the server says', async () => {
    const folder = repository()
    const path = 'spec/domains/articles.yaml'
    expect(await pathOf(folder)).toBe(path)
    expect(await pathOf(folder, { CI_PROJECT_DIR: folder })).toBe(`packages/data/${path}`)
    expect(await pathOf(folder, { GITHUB_WORKSPACE: join(folder, 'packages') })).toBe(`data/${path}`)
    expect(await pathOf(folder, { GITHUB_WORKSPACE: join(folder, 'elsewhere') })).toBe(path)
    mkdirSync(join(folder, '.git'))
    expect(await pathOf(folder)).toBe(`packages/data/${path}`)
  })
})

describe('at a terminal', () => {
  test('it is told how long it took, with and without findings', async () => {
    let calls = 0
    const now = (): number => (calls++ === 0 ? 0 : 130)
    expect((await runCli(mistaken(), ['lint'], { tty: true, now })).err).toBe('checked 4 files in 0.13 s\n')
    expect((await runCli(freshProject(), ['lint'], { tty: true, now })).err).toMatch(/: no findings in 0\.13 s\n$/)
    expect((await runCli(mistaken(), ['lint'])).err).toBe('')
    expect((await runCli(mistaken(), ['check'], { tty: true, now })).err).toMatch(/checked in 0\.13 s\n$/)
  })

  test('very many findings have a line each, unless all are asked for', async () => {
    const folder = freshProject()
    const fields = Array.from({ length: 60 }, (_, index) => `        bornAt${index}: string(20)?\n`).join('')
    amend(folder, articles, '      fields:\n', `      fields:\n${fields}`)
    const { out } = await runCli(folder, ['lint'])
    expect(out.match(/^ {3}--> /gm)).toHaveLength(50)
    expect(out).toContain('\n10 more, a line each; `--full` shows the code of all:\nspec/domains/articles.yaml:')
    expect(out).toMatch(
      /\n60 errors, 60 fixable, in 1 of 4 files\n {2}most {3}naming\/field-case 60\n {2}start {2}spec/,
    )
    expect((await runCli(folder, ['lint', '--full'])).out.match(/^ {3}--> /gm)).toHaveLength(60)
  })
})
