import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkFloors } from '../../scripts/check-floors.ts'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A tree with the given files, each under its path. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'stowage-floors-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const sound = {
  'generator/base/a.ts': 'export const a = 1\nexport type A = number\n',
  'generator/model/m.ts': "import type { A } from '../base/a.ts'\nexport type M = A\nexport const m = 1\n",
}

async function namesFor(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { violations } = await checkFloors(tree({ ...sound, ...files }))
  return violations.map((violation) => violation.split(':', 1)[0] ?? '')
}

describe('the floors', () => {
  test('hold in this repository', async () => {
    const { cruised, violations } = await checkFloors(process.cwd())
    expect(violations).toEqual([])
    expect(cruised).toBeGreaterThan(20)
  })

  test('hold in a sound tree, all of which is read', async () => {
    expect(await checkFloors(tree(sound))).toEqual({ cruised: 2, violations: [] })
  })

  test.each([
    ['a value', "import { m } from '../model/m.ts'\nexport const up = m\n"],
    ['a type', "import type { M } from '../model/m.ts'\nexport type Up = M\n"],
    ['a re-export', "export { m } from '../model/m.ts'\n"],
    ['a type among values', "import { type M } from '../model/m.ts'\nexport type Up = M\n"],
    ['a dynamic import', "export const up = () => import('../model/m.ts')\n"],
  ])('refuse an upward import of %s', async (_, text) => {
    expect(await namesFor({ 'generator/base/up.ts': text })).toEqual(['floor-base'])
  })

  test('refuse an import between emitters, but not of the contract nor inside one emitter', async () => {
    const names = await namesFor({
      'generator/emit/emitter.ts': 'export interface Emitter { name: string }\n',
      'generator/emit/one/index.ts':
        "import type { Emitter } from '../emitter.ts'\nimport './part.ts'\nexport type One = Emitter\n",
      'generator/emit/one/part.ts': 'export const part = 1\n',
      'generator/emit/two.ts': "import { part } from './one/part.ts'\nexport const two = part\n",
      'generator/emit/index.ts': "import './one/index.ts'\nimport './two.ts'\n",
    })
    expect(names).toEqual(['sideways'])
  })

  test('let emitters stand on what they share, which knows none of them', async () => {
    const shared = await namesFor({
      'generator/emit/typescript/name.ts': 'export const name = 1\n',
      'generator/emit/one/index.ts': "import '../typescript/name.ts'\n",
    })
    expect(shared).toEqual([])
    const inverted = await namesFor({
      'generator/emit/one/index.ts': 'export const one = 1\n',
      'generator/emit/typescript/name.ts': "import '../one/index.ts'\n",
    })
    expect(inverted).toEqual(['sideways'])
  })

  test.each(['node:fs', 'fs', 'node:fs/promises', 'node:child_process'])(
    'refuse %s outside output and cli',
    async (core) => {
      const text = `import '${core}'\n`
      expect(await namesFor({ 'generator/emit/x.ts': text })).toEqual(['disk'])
      expect(await namesFor({ 'generator/output/x.ts': text })).toEqual([])
    },
  )

  test('refuse the network everywhere', async () => {
    expect(await namesFor({ 'generator/cli/x.ts': "import 'node:https'\n" })).toEqual(['network'])
  })

  test('keep the data layer apart: it knows nothing of the compiler, whose commands alone run it', async () => {
    const upward = await namesFor({
      'runtime/src/x.ts': "import { a } from '../../generator/base/a.ts'\nexport const x = a\n",
    })
    expect(upward).toEqual(['runtime-alone'])
    const parts = {
      'runtime/src/description/d.ts': 'export type D = number\n',
      'runtime/src/fsck/fsck.ts': 'export const fsck = 1\n',
    }
    const described = "import type { D } from '../../runtime/src/description/d.ts'\nexport type X = D\n"
    const run = "import { fsck } from '../../runtime/src/fsck/fsck.ts'\nexport const x = fsck\n"
    expect(await namesFor({ ...parts, 'generator/emit/x.ts': described, 'generator/cli/x.ts': run })).toEqual([])
    expect(await namesFor({ ...parts, 'generator/emit/x.ts': run })).toEqual(['runtime-above'])
    expect(await namesFor({ 'runtime/src/x.ts': "import 'typescript'\n" })).not.toEqual([])
  })

  test('refuse a file that stands on no floor', async () => {
    expect(await namesFor({ 'generator/extra/x.ts': 'export const x = 1\n' })).toEqual(['off-the-floors'])
  })

  test('refuse a ring and an import that leads nowhere', async () => {
    const names = await namesFor({
      'generator/model/p.ts': "import { q } from './q.ts'\nexport const p = () => q\n",
      'generator/model/q.ts': "import { p } from './p.ts'\nexport const q = () => p\n",
      'generator/model/lost.ts': "import './gone.ts'\n",
    })
    expect([...names].sort()).toEqual(['cycle', 'unresolvable'])
  })

  test('are not proven by an empty tree', async () => {
    expect(await namesFor({})).toEqual([])
    const { violations } = await checkFloors(tree({ 'README.md': '' }))
    expect(violations).toEqual(['no file was found: there is nothing to check'])
  })
})
