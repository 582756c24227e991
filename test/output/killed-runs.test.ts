import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GeneratedFile } from '../../generator/generate.ts'
import { nodeFileSystem } from '../../generator/output/file-system.ts'
import { gitAttributes } from '../../generator/output/git-attributes.ts'
import { refusals } from '../../generator/output/plan.ts'
import { inspect, isUpToDate, update } from '../../generator/output/update.ts'
import { diesAfter, Killed } from './dies-after.ts'
import { folderWith, output, read, textsIn, write } from './trees.ts'

const paths = ['a.md', 'docs/a.md', 'docs/b.md', 'docs/deep/c.md', 'x', 'x/y', 'x/y/z.md'] as const
const emitterOf = (path: string): string => (path.startsWith('docs/') ? 'docs' : 'rest')

/** A set of outputs of which none is a folder of another. */
const wantedFiles: fc.Arbitrary<readonly GeneratedFile[]> = fc
  .uniqueArray(fc.record({ path: fc.constantFrom(...paths), version: fc.nat(2) }), { selector: ({ path }) => path })
  .map((drawn) => drawn.filter(({ path }) => !drawn.some((other) => other.path.startsWith(`${path}/`))))
  .map((drawn) => drawn.map(({ path, version }) => output(path, `${path} version ${version}\n`, emitterOf(path))))

type Step =
  | { readonly kind: 'run'; readonly wanted: readonly GeneratedFile[]; readonly dies?: number; readonly only?: string }
  | { readonly kind: 'edit'; readonly path: string; readonly nonce: number }
  | { readonly kind: 'lose'; readonly path: string }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('run' as const), wanted: wantedFiles, dies: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('run' as const), wanted: wantedFiles }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('run' as const),
        wanted: wantedFiles,
        dies: fc.nat(30),
        only: fc.constantFrom('docs', 'rest'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('edit' as const), path: fc.constantFrom(...paths), nonce: fc.nat(3) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), path: fc.constantFrom(...paths) }) },
  ),
  { minLength: 1, maxLength: 10 },
)

const waiting = { patience: 5_000, onWait: () => {} }

/** Runs without force, perhaps killed on the way. */
async function runOnce(root: string, step: Extract<Step, { kind: 'run' }>): Promise<void> {
  const wanted = step.only === undefined ? step.wanted : step.wanted.filter(({ emitter }) => emitter === step.only)
  const fs = step.dies === undefined ? nodeFileSystem : diesAfter(step.dies)
  const only = step.only === undefined ? {} : { only: new Set([step.only]) }
  try {
    await update(root, wanted, { ...only, ...waiting }, fs)
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
}

test('killed at any step, files are whole, hand-made changes stay, and the next run goes on', async () => {
  await fc.assert(
    fc.asyncProperty(steps, wantedFiles, async (history, last) => {
      const root = folderWith()
      const handMade = new Map<string, string>()
      const mayStand = new Set(['.manifest.json', '.manifest.next.json', gitAttributes.path])
      for (const step of history) {
        if (step.kind === 'run') {
          await runOnce(root, step)
        } else if (nodeFileSystem.kindOf(`${root}/${step.path}`) === 'file') {
          if (step.kind === 'lose') nodeFileSystem.remove(`${root}/${step.path}`)
          else write(root, step.path, `by hand ${step.nonce}\n`)
          if (step.kind === 'lose') handMade.delete(step.path)
          else handMade.set(step.path, `by hand ${step.nonce}\n`)
        }
        for (const [path, text] of handMade) expect(read(root, path), path).toBe(text)
        for (const [path, text] of Object.entries(textsIn(root))) {
          if (path.startsWith('.manifest.staging/') || mayStand.has(path)) continue
          if (!handMade.has(path)) expect(text).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')} version \\d\\n$`))
        }
      }

      const stopped = refusals(inspect(root, last, {}, nodeFileSystem).plan.changes)
      for (const { path, blockedBy } of stopped) {
        const culprits = [...handMade.keys()].filter(
          (made) => made === (blockedBy ?? path) || made.startsWith(`${path}/`),
        )
        expect(culprits, `${path} is refused though nobody touched it`).not.toEqual([])
      }
      for (const path of handMade.keys()) nodeFileSystem.remove(`${root}/${path}`)
      await update(root, last, waiting, nodeFileSystem)
      expect(isUpToDate(inspect(root, last, {}, nodeFileSystem))).toBe(true)
      const expected = ['.manifest.json', gitAttributes.path, ...last.map(({ path }) => path)]
      expect(Object.keys(textsIn(root))).toEqual(expected.sort())
    }),
    { numRuns: 150 },
  )
})

test('a run that is killed at each of its steps in turn is finished by the next one', async () => {
  const before = [output('a.md', 'old a\n'), output('docs/b.md', 'old b\n'), output('gone/c.md', 'old c\n')]
  const after = [output('a.md', 'new a\n'), output('docs/b.md', 'new b\n'), output('fresh/d.md', 'new d\n')]
  let died = true
  for (let at = 0; died; at += 1) {
    const root = folderWith()
    await update(root, before, waiting, nodeFileSystem)
    died = false
    try {
      await update(root, after, waiting, diesAfter(at))
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      died = true
    }
    const { plan } = await update(root, after, waiting, nodeFileSystem)
    expect(refusals(plan.changes), `killed at step ${at}`).toEqual([])
    const { '.manifest.json': manifest, ...texts } = textsIn(root)
    expect(manifest).toContain('fresh/d.md')
    expect(texts).toEqual({
      [gitAttributes.path]: gitAttributes.text,
      'a.md': 'new a\n',
      'docs/b.md': 'new b\n',
      'fresh/d.md': 'new d\n',
    })
    if (!died) expect(at).toBeGreaterThan(10)
  }
})
