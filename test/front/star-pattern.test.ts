import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { afterAll, describe, expect, test } from 'vitest'
import { starMatches } from '../../generator/cli/star-pattern.ts'
import { attempts } from '../support/run-marks.ts'

const root = mkdtempSync(join(tmpdir(), 'stowage-star-'))

const names = [
  ...['a.yaml', 'ab.yaml', 'A.yaml', 'é.yaml', 'a b.yaml', 'a.b.yaml', 'x.yaml.bak', 'yaml', 'a', 'aa', 'a.', ' .yaml'],
  ...['.yaml', '.a.yaml', '..a', '-.yaml', '*.yaml', '[a].yaml', '(x).yaml', '!a.yaml', '+a.yaml', '@a'],
]
const folders = ['', 'd', 'd/e', 'd.x', 'd e', '_d', 'node_modules', 'node_modules/d']
for (const folder of folders) {
  mkdirSync(join(root, folder, 'folder.yaml'), { recursive: true })
  for (const name of names) writeFileSync(join(root, folder, name), '')
}
mkdirSync(join(root, 'linked'))
symlinkSync(join(root, 'a.yaml'), join(root, 'linked/link.yaml'))

afterAll(() => rmSync(root, { recursive: true, force: true }))

function simple(pattern: string): readonly string[] | undefined {
  return starMatches(pattern, (folder) => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true })
    } catch {
      return undefined
    }
  })
}

function byLibrary(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root, ignore: ['**/node_modules/**'], onlyFiles: true, expandDirectories: false })
}

describe('a pattern with one star', () => {
  test.each([
    '*',
    '*.yaml',
    'd/*.yaml',
    'd/e/a*',
    'd.x/a*l',
    'd e/*.yaml',
    '_d/*',
    'd/folder.yaml/*',
    'a.*.yaml',
    'yaml*',
  ])('%s is answered as the library does', (pattern) => {
    expect([...(simple(pattern) ?? [])].sort()).toEqual([...byLibrary(pattern)].sort())
    expect(simple(pattern)).toBeDefined()
  })

  test.each([
    '**/*.yaml',
    '*/*.yaml',
    '{a,b}*.yaml',
    'a?*',
    '[a]*',
    '!*',
    '.*',
    'node_modules/*',
    'none/*',
    'linked/*',
    'a.yaml',
  ])('%s is left to the library', (pattern) => {
    expect(simple(pattern)).toBeUndefined()
  })

  test('whatever its parts are, it is answered as the library does, or not', () => {
    const part = fc.constantFrom(
      ...names,
      ...folders,
      '*',
      '**',
      '/',
      '.',
      '-',
      ' ',
      '.yaml',
      'a',
      'd/',
      '?',
      '{a,b}',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const found = simple(parts.join(''))
        if (found !== undefined) expect([...found].sort()).toEqual([...byLibrary(parts.join(''))].sort())
      }),
      { numRuns: attempts(4_000) },
    )
  })
})
