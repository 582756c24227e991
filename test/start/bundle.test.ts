import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as rules from '../../generator/api/rules.ts'
import * as testing from '../../generator/api/testing.ts'
import { runCli } from '../cli/run-cli.ts'
import { amend, articles, freshProject } from '../cli/specs.ts'
import { bakery, ruleText } from '../custom-rules/bakery.ts'
import { textsIn } from '../output/trees.ts'
import { type BuiltCommand, builtCommand } from './built-command.ts'

let built: BuiltCommand
beforeAll(async () => {
  built = await builtCommand()
})
afterAll(() => built[Symbol.dispose]())

describe('the bundled command', () => {
  test.each([
    ['--help'],
    ['-h'],
    ['--version'],
    ['lint', '--help'],
    ['migrate', 'new', '-h'],
    // Not written down by the build: the program is asked.
    ['help', 'check'],
    ['--no-color', '--help'],
  ])('says the same as its sources of %s %s %s', async (...argv) => {
    const project = freshProject()
    expect(await built.run(project, argv)).toEqual(await runCli(project, argv))
  })

  test('makes the same of a spec, byte for byte', async () => {
    const [one, other] = [freshProject(), freshProject()]
    const { code, err } = await built.run(one, ['generate'])
    expect(code, err).toBe(0)
    await runCli(other, ['generate'])
    expect(textsIn(join(one, 'generated'))).toEqual(textsIn(join(other, 'generated')))
    expect(await built.run(one, ['generate', '--check'])).toEqual({ code: 0, out: '', err: '' })
  })

  test.each(['text', 'json', 'sarif', 'junit', 'markdown', 'gitlab', 'github-actions'])(
    'reports the same mistakes in the format %s',
    async (format) => {
      const project = freshProject()
      amend(project, articles, 'type: ', 'typ: ')
      const argv = ['lint', '--format', format]
      expect(await built.run(project, argv)).toEqual(await runCli(project, argv))
    },
  )

  test.each(['\tabout: x', 'about: "x', 'entities: {}', 'a: [', '? : x'])(
    'reports the same of YAML like %j',
    { tags: ['full'] },
    async (line) => {
      const project = freshProject()
      amend(project, articles, 'entities:', `${line}\nentities:`)
      for (const argv of [['lint'], ['format', '--check']]) {
        expect(await built.run(project, argv)).toEqual(await runCli(project, argv))
      }
    },
  )

  test('finds the pages of its package', async () => {
    const project = freshProject()
    expect(await built.run(project, ['explain', 'syntax/tab'])).toEqual(
      await runCli(project, ['explain', 'syntax/tab']),
    )
  })

  test('runs the rules of a project, which import Stowage from it', async () => {
    const check = "for (const { typeSpan } of declaredFields(model)) report({ message: 'a field', span: typeSpan })"
    using folder = bakery({ 'own.ts': ruleText('custom/own', check) })
    const linted = await built.run(folder.path, ['lint'])
    expect(linted.out).toContain('warning[custom/own]: a field')
    expect(linted).toEqual(await runCli(folder.path, ['lint']))
  })

  test('exports what its sources export', async () => {
    const exported = async (name: string): Promise<readonly string[]> =>
      Object.keys(await import(/* @vite-ignore */ pathToFileURL(join(built.path, `dist/api/${name}.js`)).href)).sort()
    expect(await exported('rules')).toEqual(Object.keys(rules).sort())
    expect(await exported('testing')).toEqual(Object.keys(testing).sort())
  })
})

describe('what is loaded', () => {
  test('by help and version: two files and their answer', async () => {
    const files = ['chunks/fixed-answers.js', 'cli/main.js']
    expect(await built.modules('.', ['--help'])).toEqual(files)
    expect(await built.modules('.', ['generate', '-h'])).toEqual(files)
    expect(await built.modules('.', ['--version'])).toEqual(files)
  })

  test('by lint: nothing that makes an output, or mends', async () => {
    const files = await built.modules(freshProject(), ['lint'])
    expect(files).toEqual(expect.arrayContaining(['chunks/start.js', 'chunks/check.js']))
    expect(files.length).toBeLessThanOrEqual(6)
    expect(sizeOf(files)).toBeLessThan(1_500_000)
  })

  test('by generate: all in few files, and nothing that draws, serves or speaks to a store', async () => {
    const files = await built.modules(freshProject(), ['generate'])
    expect(files).toEqual(expect.arrayContaining(['chunks/start.js', 'chunks/check.js', 'chunks/make.js']))
    expect(files.length).toBeLessThanOrEqual(8)
    expect(sizeOf(files)).toBeLessThan(3_000_000)
  })

  function sizeOf(files: readonly string[]): number {
    return files.reduce((sum, file) => sum + statSync(join(built.path, 'dist', file)).size, 0)
  }
})

describe('what Node.js keeps of the compiled code', () => {
  const cache = (): string => join(built.path, '../.cache/stowage')

  test('stands among the packages, and is made anew where it is gone or damaged', async () => {
    const project = freshProject()
    const expected = await runCli(project, ['lint'])
    rmSync(cache(), { recursive: true, force: true })
    expect(await built.run(project, ['lint'])).toEqual(expected)
    const kept = globSync('**/*', { cwd: cache(), withFileTypes: true }).filter((entry) => entry.isFile())
    expect(kept.length).toBeGreaterThan(2)
    for (const { name, parentPath } of kept) {
      const path = join(parentPath, name)
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(7, bytes.length / 2))
    }
    expect(await built.run(project, ['lint'])).toEqual(expected)
  })

  test('is done without where it cannot be written', async () => {
    const project = freshProject()
    rmSync(cache(), { recursive: true, force: true })
    writeFileSync(cache(), 'no folder')
    expect(await built.run(project, ['lint'])).toEqual(await runCli(project, ['lint']))
    rmSync(cache())
  })
})

test('the licences of all that is bundled are there, and let it be passed on', () => {
  const text = readFileSync(join(built.path, 'dist/LICENSES.txt'), 'utf8')
  const parts = text.split(/^-{80}$/m)
  expect(parts.length).toBeGreaterThan(5)
  for (const part of parts) {
    expect(part).toMatch(/^Licence: (MIT|ISC|BSD-3-Clause|Apache-2.0)$/m)
    expect(part).toMatch(/copyright|permission is hereby granted/i)
  }
  expect(text).toMatch(/^commander \d/m)
})
