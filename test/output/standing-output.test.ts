import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../generator/output/file-system.ts'
import { refusals } from '../../generator/output/plan.ts'
import { StandingOutput } from '../../generator/output/standing-output.ts'
import { update } from '../../generator/output/update.ts'
import { attempts } from '../support/run-marks.ts'
import { folderWith, output, textsIn, write } from './trees.ts'

const waiting = { patience: 5_000, onWait: () => {} }

/** Few paths, some of which cannot stand beside others: a file where another list has a folder. */
const path = fc.constantFrom('a.md', 'docs/a.md', 'docs/b.md', 'docs/deep/c.md', 'docs/deep', 'types/d.ts', 'types')
const wanted = fc
  .uniqueArray(fc.record({ path, text: fc.constantFrom('1\n', '2\n', '3\n') }), { selector: (file) => file.path })
  .map((files) => files.filter((file) => !files.some((other) => other.path.startsWith(`${file.path}/`))))

/** What somebody else does in the folder between two runs. */
const meddling = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit'), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), path }) },
)

describe('an output that is brought up to date again and again', () => {
  test('is what one run makes of it, whatever somebody removed, and keeps what was changed by hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ wanted, meddling }), { minLength: 2, maxLength: 8 }), async (steps) => {
        const root = join(folderWith(), 'generated')
        const standing = new StandingOutput(root, nodeFileSystem)
        for (const { meddling: done, wanted: files } of steps) {
          const before = textsIn(root)
          const target = done === undefined ? undefined : join(root, done.path)
          const isFile = done !== undefined && done.path in before
          if (done?.kind === 'remove' && target !== undefined) rmSync(target, { recursive: true, force: true })
          if (done?.kind === 'edit' && isFile) write(root, done.path, 'by hand\n')
          const list = files.map((file) => output(file.path, file.text))
          const { plan } = await standing.update(list, waiting)
          const now = textsIn(root)
          if (done?.kind === 'edit' && isFile && done.path in now) {
            // Left alone, or refused: never lost.
            expect(now[done.path]).toBe('by hand\n')
            return
          }
          expect(refusals(plan.changes)).toEqual([])
          const fresh = join(folderWith(), 'generated')
          await update(fresh, list, waiting, nodeFileSystem)
          expect(now).toEqual(textsIn(fresh))
        }
      }),
      { numRuns: attempts(400) },
    )
  })

  test('reads nothing of a file that stays as it is', async () => {
    const read: string[] = []
    const watched: FileSystem & typeof nodeFileSystem = {
      ...nodeFileSystem,
      read: (file) => {
        read.push(file)
        return nodeFileSystem.read(file)
      },
    }
    const root = join(folderWith(), 'generated')
    const standing = new StandingOutput(root, watched)
    const [a, b] = [output('docs/a.md', 'a\n'), output('docs/b.md', 'b\n')]
    await standing.update([a, b], waiting)
    read.length = 0
    await standing.update([a, output('docs/b.md', 'other\n')], waiting)
    expect(read.map((file) => file.slice(root.length + 1))).toEqual(['docs/b.md'])
    read.length = 0
    await standing.update([a, output('docs/b.md', 'again\n')], waiting)
    expect(read).toEqual([])
  })
})
