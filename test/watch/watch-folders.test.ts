import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { foldersBelow, watchFolders } from '../../generator/cli/watch/watch-folders.ts'

test('a file that is replaced time and again is followed, and so is one in a new folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'domains'))
  const paths = new Set<string | null>()
  const watching = watchFolders(
    () => foldersBelow(folder),
    (path) => paths.add(path),
  )
  onTestFinished(watching.close)
  const told = async (path: string | null): Promise<void> => {
    await vi.waitFor(() => expect(paths).toContain(path === null ? null : join(folder, path)), 5000)
    // What else belongs to the same change.
    await new Promise((done) => setTimeout(done, 50))
    paths.clear()
  }
  const replace = (path: string): void => {
    writeFileSync(join(folder, 'saving'), 'domain: Shop\n')
    renameSync(join(folder, 'saving'), join(folder, path))
  }
  for (let time = 0; time < 3; time += 1) {
    replace('domains/shop.yaml')
    await told('domains/shop.yaml')
  }
  mkdirSync(join(folder, 'more'))
  await told(null)
  replace('more/people.yaml')
  await told('more/people.yaml')
  rmSync(join(folder, 'more'), { recursive: true })
  mkdirSync(join(folder, 'more'))
  await told(null)
  replace('more/people.yaml')
  await told('more/people.yaml')
})
