import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../generator/output/file-system.ts'
import { OutputError } from '../../generator/output/output-error.ts'
import { rewriteFiles } from '../../generator/output/rewrite-files.ts'
import { filesBelow, TemporaryFolder } from '../support/temporary-folder.ts'

const rewrites = [
  { path: 'a.yaml', before: 'a: 1\n', after: 'a: 2\n' },
  { path: 'b.yaml', before: 'b: 1\n', after: 'b: 2\n' },
]

function folderWith(folder: TemporaryFolder): string {
  folder.write(rewrites.map(({ path, before }) => ({ path, text: before })))
  return folder.path
}

test('all files get their new texts', () => {
  using folder = new TemporaryFolder()
  rewriteFiles(folderWith(folder), rewrites, nodeFileSystem)
  expect(rewrites.map(({ path }) => folder.read(path))).toEqual(['a: 2\n', 'b: 2\n'])
  expect(filesBelow(folder.path)).toEqual(['a.yaml', 'b.yaml'])
})

test('nothing is written where a file was saved since it was read, before or while the new texts are put beside them', () => {
  for (const savedAt of [0, 2]) {
    using folder = new TemporaryFolder()
    const root = folderWith(folder)
    const save = (): void => writeFileSync(join(root, 'a.yaml'), 'a: mine\n')
    let created = 0
    if (savedAt === 0) save()
    const fs = {
      ...nodeFileSystem,
      create: (path: string, text: string): void => {
        nodeFileSystem.create(path, text)
        created += 1
        if (created === savedAt) save()
      },
    }
    expect(() => rewriteFiles(root, rewrites, fs)).toThrow(
      new OutputError('nothing is written: a.yaml has changed since it was read; run it again'),
    )
    expect([folder.read('a.yaml'), folder.read('b.yaml')]).toEqual(['a: mine\n', 'b: 1\n'])
    expect(filesBelow(root)).toEqual(['a.yaml', 'b.yaml'])
  }
})
