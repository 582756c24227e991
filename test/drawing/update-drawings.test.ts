import { describe, expect, test } from 'vitest'
import type { DrawingTarget } from '../../generator/output/drawings/drawing-target.ts'
import { DrawnBefore } from '../../generator/output/drawings/drawn-before.ts'
import { inspectDrawings, updateDrawings } from '../../generator/output/drawings/update-drawings.ts'
import { type FileSystem, nodeFileSystem } from '../../generator/output/file-system.ts'
import { sha256 } from '../../generator/output/hash.ts'
import { refusals } from '../../generator/output/plan.ts'
import { diesAfter, Killed } from '../output/dies-after.ts'
import { folderWith, read, textsIn, write } from '../output/trees.ts'

const maker = 'mermaid 1.0.0, drawer 1'

function target(path: string, text: string): DrawingTarget {
  return { path, text, textHash: sha256(text) }
}

const svgOf = ({ path, text }: DrawingTarget): string => `<svg>${path}: ${text}</svg>\n`

/** Writes what is drawn of each target, save of those named. */
async function draw(
  root: string,
  targets: readonly DrawingTarget[],
  { failed = [], force = false }: { readonly failed?: readonly string[]; readonly force?: boolean } = {},
  fs: FileSystem = nodeFileSystem,
): Promise<readonly string[]> {
  const drawn = new Map(targets.filter(({ path }) => !failed.includes(path)).map((each) => [each.path, svgOf(each)]))
  const files = { root, folder: `${root}/diagrams`, targets, drawn, maker }
  const changes = await updateDrawings(files, { force, patience: 5_000, onWait: () => {} }, fs)
  return refusals(changes).map(({ path }) => path)
}

function kinds(root: string, targets: readonly DrawingTarget[], by: string | undefined = maker): object {
  const { changes } = inspectDrawings(`${root}/diagrams`, targets, by, nodeFileSystem)
  return Object.fromEntries(changes.map(({ path, kind }) => [path, kind]))
}

const a = target('a.svg', 'a')
const b = target('sql/b.svg', 'b')

describe('drawings on disk', () => {
  test('are known by the text they were drawn from', async () => {
    const root = folderWith()
    expect(kinds(root, [a, b])).toEqual({ 'a.svg': 'create', 'sql/b.svg': 'create' })
    await draw(root, [a, b])
    expect(kinds(root, [a, b])).toEqual({ 'a.svg': 'same', 'sql/b.svg': 'same' })
    expect(kinds(root, [target('a.svg', 'other')])).toEqual({ 'a.svg': 'update', 'sql/b.svg': 'delete' })
  })

  test('by another Mermaid they are behind, but where none is installed nobody can tell', async () => {
    const root = folderWith()
    await draw(root, [a])
    expect(kinds(root, [a], 'mermaid 2.0.0, drawer 1')).toEqual({ 'a.svg': 'update' })
    const { changes } = inspectDrawings(`${root}/diagrams`, [a], undefined, nodeFileSystem)
    expect(changes).toMatchObject([{ kind: 'same' }])
  })

  test('changed by hand they stop a run before anything is written, but for force', async () => {
    const root = folderWith()
    await draw(root, [a, b])
    write(root, 'diagrams/a.svg', 'mine')
    expect(kinds(root, [a, b])).toEqual({ 'a.svg': 'edited', 'sql/b.svg': 'same' })
    const later = target('sql/b.svg', 'later')
    expect(await draw(root, [a, later])).toEqual(['a.svg'])
    expect(read(root, 'diagrams/sql/b.svg')).toBe(svgOf(b))
    expect(await draw(root, [a, later], { force: true })).toEqual([])
    expect(read(root, 'diagrams/a.svg')).toBe(svgOf(a))
  })

  test('one that was changed by hand and has no diagram any more is not deleted', async () => {
    const root = folderWith()
    await draw(root, [a, b])
    write(root, 'diagrams/sql/b.svg', 'mine')
    expect(kinds(root, [a])).toEqual({ 'a.svg': 'same', 'sql/b.svg': 'edited' })
    expect(await draw(root, [a])).toEqual(['sql/b.svg'])
    expect(read(root, 'diagrams/sql/b.svg')).toBe('mine')
  })

  test('one that cannot be drawn now stays, and is known to be behind', async () => {
    const root = folderWith()
    await draw(root, [a, b])
    const later = target('a.svg', 'later')
    await draw(root, [later, b], { failed: ['a.svg'] })
    expect(read(root, 'diagrams/a.svg')).toBe(svgOf(a))
    expect(kinds(root, [later, b])).toEqual({ 'a.svg': 'update', 'sql/b.svg': 'same' })
  })

  test('a file in the way that was never drawn stops a run; one that is equal is adopted', async () => {
    const root = folderWith({ 'diagrams/a.svg': 'a picture of mine' })
    expect(kinds(root, [a])).toEqual({ 'a.svg': 'foreign' })
    expect(await draw(root, [a])).toEqual(['a.svg'])
    write(root, 'diagrams/a.svg', svgOf(a))
    expect(await draw(root, [a])).toEqual([])
    expect(kinds(root, [a])).toEqual({ 'a.svg': 'same' })
  })

  test('are taken from there instead of being drawn, while they are what was drawn', async () => {
    const root = folderWith()
    await draw(root, [a, b])
    const taken = (by: string = maker): readonly (string | undefined)[] => {
      const before = new DrawnBefore(`${root}/diagrams`, by, nodeFileSystem)
      return ['a', 'b', 'other'].map((text) => before.get(text))
    }
    expect(taken()).toEqual([svgOf(a), svgOf(b), undefined])
    expect(taken('mermaid 2.0.0, drawer 1')).toEqual([undefined, undefined, undefined])
    write(root, 'diagrams/a.svg', 'by hand')
    expect(taken()).toEqual([undefined, svgOf(b), undefined])
    write(root, 'diagrams/.drawn.json', '{')
    expect(taken()).toEqual([undefined, undefined, undefined])
  })

  test('are not taken where they could run something, though the record fits', async () => {
    for (const text of [
      '<script>x()</script>',
      '<a onclick="x()"/>',
      '<a href="javascript:x()"/>',
      '<foreignObject/>',
    ]) {
      const root = folderWith()
      await draw(root, [target('a.svg', text)])
      expect(new DrawnBefore(`${root}/diagrams`, maker, nodeFileSystem).get(text)).toBe(undefined)
    }
  })

  test('a run that is killed at each of its steps leaves whole files, and the next one finishes it', async () => {
    const before = [a, b, target('gone/c.svg', 'c')]
    const after = [target('a.svg', 'new'), b, target('fresh/d.svg', 'd')]
    const whole = new Set([...before, ...after].map(svgOf))
    let died = true
    for (let at = 0; died; at += 1) {
      const root = folderWith()
      await draw(root, before)
      died = false
      try {
        await draw(root, after, {}, diesAfter(at))
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        died = true
      }
      const left = Object.entries(textsIn(`${root}/diagrams`)).filter(([path]) => path.endsWith('.svg'))
      for (const [path, text] of left) expect(whole.has(text), `${path}, killed at step ${at}`).toBe(true)
      expect(await draw(root, after), `killed at step ${at}`).toEqual([])
      const { '.drawn.json': record, ...svgs } = textsIn(`${root}/diagrams`)
      expect(record).toContain('fresh/d.svg')
      expect(svgs).toEqual(Object.fromEntries(after.map((each) => [each.path, svgOf(each)])))
      if (!died) expect(at).toBeGreaterThan(6)
    }
  })
})
