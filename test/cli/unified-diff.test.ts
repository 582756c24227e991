import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../generator/cli/unified-diff.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

/** What Git makes of a file by a diff. */
function applied(before: string, diff: string): string {
  using folder = new TemporaryFolder()
  folder.write([{ path: 'loaves.yaml', text: before }])
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder.path, input: diff })
  return readFileSync(join(folder.path, 'loaves.yaml'), 'utf8')
}

function diffOf(before: string, after: string): string {
  return unifiedDiff({ path: 'loaves.yaml', before, after }, plainPalette)
}

const many = Array.from({ length: 1_500 }, (_, index) => `    loaf${index}: rye\n`).join('')
const reindented = many.replaceAll('    loaf', '  loaf')

describe('a diff', () => {
  test.each([
    ['a line', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 4\nc: 3\n'],
    ['tabs', 'a:\t1 # one\tloaf\nb: 2\n', 'a:\t1 # one\tloaf\nb:\t3\n'],
    ['carriage returns', 'a: 1\r\nb: 2\r\nc: 3\r\n', 'a: 1\r\nb: 4\r\nc: 3\r\n'],
    ['no line end at the end', 'a: 1\nb: 2', 'a: 1\nb: 3'],
    ['a line end that comes', 'a: 1', 'a: 1\n'],
    ['all of a long file', many, reindented],
    ['the middle of a long file', `a: 1\n${many}z: 1`, `a: 1\n${reindented}z: 1`],
    ['the end of a long file', `a: 1\n${many}z: 1`, `a: 1\n${reindented}z: 1\n`],
  ])('is one that Git applies: %s', (_, before, after) => {
    expect(applied(before, diffOf(before, after))).toBe(after)
  })

  test('is empty where nothing changes', () => {
    expect(diffOf('a: 1\n', 'a: 1\n')).toBe('')
  })

  test('says where lines come into a file without any', () => {
    expect(diffOf('', 'a: 1\n')).toContain('@@ -0,0 +1 @@\n+a: 1\n')
  })

  test('names what a terminal would obey', () => {
    const shown = diffOf('a: \u001b[31m1\n', 'a: 1\r2\n')
    expect(shown).toContain('-a: <U+001B>[31m1\n')
    expect(shown).toContain('+a: 1<U+000D>2\n')
  })
})
