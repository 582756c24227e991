import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'

const longest = 300

const files = globSync(['generator/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'], {
  ignore: ['**/*.gen.ts', '**/node_modules/**', 'test/cases/**', 'test/rules/*/**'],
}).sort()

const text = (file: string): string => readFileSync(file, 'utf8')

describe('the house', () => {
  test('is not empty', () => {
    expect(files).toContain('generator/model/model.ts')
    expect(files).toContain('test/house/style.test.ts')
  })

  test(`has no file of more than ${longest} lines`, () => {
    const long = files.map((file) => `${file}: ${text(file).split('\n').length - 1}`)
    expect(long.filter((line) => Number(line.split(': ')[1]) > longest)).toEqual([])
  })

  test('has no drawer for odds and ends', () => {
    expect(
      files.filter((file) => /(^|\/|[.-])(utils?|helpers?|commons?|misc)([.-][a-z]+)*(\/|\.ts$)/.test(file)),
    ).toEqual([])
  })

  test('has no `any`, not even silenced', () => {
    const silenced = /biome-ignore[^\n]*noExplicitAny|@ts-(ignore|nocheck)|eslint-disable/
    const used = /(:\s*|<|\bas\s+|\|\s*)any\b(?!['`])/
    const offenders = files.filter((file) => file !== 'test/house/style.test.ts')
    expect(offenders.filter((file) => silenced.test(withoutTexts(text(file))))).toEqual([])
    expect(offenders.filter((file) => used.test(withoutComments(text(file))))).toEqual([])
  })

  test('has LF line ends and one final newline', () => {
    expect(files.filter((file) => /\r/.test(text(file)) || !/[^\n]\n$/.test(text(file)))).toEqual([])
  })

  test('knows nothing of one user: no name of the reference system in what is published', () => {
    const published = files.filter((file) => file.startsWith('generator/'))
    expect(published.filter((file) => /leadmetrics/i.test(text(file)))).toEqual([])
  })
})

/** Without what the code writes into other files. */
function withoutTexts(source: string): string {
  return source.replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
}

/** Prose may speak of any thing; code may not. Good enough for a check that Biome makes too. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
}
