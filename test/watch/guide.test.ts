import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Block, blocksOf } from '../docs/blocks.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { WatchedProcess } from '../support/watched-process.ts'

/** Makes of a text that a page shows what it says: times and counts are those of one machine and one version. */
function asPattern(line: string): RegExp {
  const escaped = line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\d+/g, '\\d+')
  return new RegExp(`^${escaped}$`, 'm')
}

/** Makes the change that a page shows. */
function changeFile({ text, title = '' }: Block, folder: TemporaryFolder): void {
  const side = (mark: string): string =>
    text
      .split('\n')
      .filter((line) => line.startsWith(mark))
      .map((line) => line.slice(1))
      .join('\n')
  const before = folder.read(title)
  expect(before).toContain(side('-'))
  writeFileSync(
    join(folder.path, title),
    before.replace(side('-'), () => side('+')),
  )
}

test('a watch says what its guide shows', { timeout: 120_000 }, async () => {
  using folder = new TemporaryFolder()
  const blocks = blocksOf(readFileSync('docs/watch.md', 'utf8'))
  folder.write(
    blocks.flatMap(({ language, text, title }) =>
      language === 'yaml' && title !== undefined ? [{ path: title, text }] : [],
    ),
  )
  await using watch = new WatchedProcess(folder.path)
  let followed = 0
  for (const block of blocks) {
    if (block.language === 'diff') changeFile(block, folder)
    if (block.language !== 'text') continue
    const lines = block.text.split('\n').filter((line) => line !== '' && line !== '...' && !line.startsWith('$ '))
    const last = lines.at(-1) ?? ''
    const said = await watch.says(asPattern(last))
    for (const line of lines) expect(said).toMatch(asPattern(line))
    followed += 1
  }
  expect(followed).toBe(3)
})
