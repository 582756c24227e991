import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GeneratedFile } from '../../generator/generate.ts'
import { nodeFileSystem } from '../../generator/output/file-system.ts'
import { outputRoot } from '../../generator/output/output-root.ts'
import type { PlanOptions } from '../../generator/output/plan.ts'
import { inspect, isUpToDate, update } from '../../generator/output/update.ts'
import { folderWith, output, read, textsIn, write } from './trees.ts'

const waiting = { patience: 5_000, onWait: () => {} }

async function bring(root: string, files: readonly GeneratedFile[], options: PlanOptions = {}): Promise<string> {
  const { plan } = await update(root, files, { ...options, ...waiting }, nodeFileSystem)
  return plan.changes.map(({ kind, path }) => `${kind} ${path}`).join(', ')
}

const attributes = '.gitattributes'
const a = output('docs/a.md', 'a\n')
const b = output('docs/deep/b.md', 'b\n', 'two')

describe('a run', () => {
  test('writes what is wanted, the attributes and the manifest, and nothing else', async () => {
    const root = join(folderWith(), 'generated')
    await bring(root, [a, b])
    const texts = textsIn(root)
    expect(Object.keys(texts)).toEqual([attributes, '.manifest.json', 'docs/a.md', 'docs/deep/b.md'])
    expect(texts[attributes]).toBe('* text eol=lf linguist-generated\n')
    expect(texts['docs/deep/b.md']).toBe('b\n')
    const manifest = JSON.parse(texts['.manifest.json'] ?? '')
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual([
      attributes,
      'docs/a.md',
      'docs/deep/b.md',
    ])
    expect(isUpToDate(inspect(root, [a, b], {}, nodeFileSystem))).toBe(true)
  })

  test('touches only what differs', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    const past = new Date('2001-01-01')
    for (const path of Object.keys(textsIn(root))) utimesSync(join(root, path), past, past)
    expect(await bring(root, [a, { ...b, text: 'B\n' }])).toBe(
      `same ${attributes}, same docs/a.md, update docs/deep/b.md`,
    )
    expect(statSync(join(root, 'docs/a.md')).mtime).toEqual(past)
    expect(statSync(join(root, attributes)).mtime).toEqual(past)
    expect(read(root, 'docs/deep/b.md')).toBe('B\n')
  })

  test('that has nothing to do changes nothing, not even the manifest', async () => {
    const root = folderWith()
    await bring(root, [a])
    const past = new Date('2001-01-01')
    utimesSync(join(root, '.manifest.json'), past, past)
    await bring(root, [a])
    expect(statSync(join(root, '.manifest.json')).mtime).toEqual(past)
  })

  test('deletes its own files with the folders that they leave empty, and no others', async () => {
    const root = folderWith({ 'docs/mine.md': 'mine\n' })
    await bring(root, [a, b])
    expect(await bring(root, [])).toContain('delete docs/a.md, delete docs/deep/b.md')
    expect(existsSync(join(root, 'docs/deep'))).toBe(false)
    expect(read(root, 'docs/mine.md')).toBe('mine\n')
  })

  test('stops before it writes anything where a file was changed by hand, and names it', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    write(root, 'docs/a.md', 'by hand\n')
    const before = textsIn(root)
    expect(
      await bring(root, [
        { ...a, text: 'A\n' },
        { ...b, text: 'B\n' },
      ]),
    ).toContain('edited docs/a.md')
    expect(textsIn(root)).toEqual(before)
    await bring(root, [{ ...a, text: 'A\n' }], { force: true })
    expect(read(root, 'docs/a.md')).toBe('A\n')
  })

  test('adopts files that are as wanted where there is no manifest, or a damaged one', async () => {
    const root = folderWith({ 'docs/a.md': 'a\n', '.manifest.json': '<<<<<<< HEAD\n' })
    expect(await bring(root, [a])).toContain('same docs/a.md')
    expect(await bring(root, [{ ...a, text: 'A\n' }])).toContain('update docs/a.md')
  })

  test('repairs a file that is gone', async () => {
    const root = folderWith()
    await bring(root, [a])
    nodeFileSystem.remove(join(root, 'docs/a.md'))
    expect(await bring(root, [a])).toContain('create docs/a.md')
  })

  test('turns a file into a folder and a folder into a file', async () => {
    const root = folderWith()
    await bring(root, [output('x', 'x\n'), output('y/z', 'z\n')])
    await bring(root, [output('x/z', 'xz\n'), output('y', 'y\n')])
    expect(read(root, 'x/z')).toBe('xz\n')
    expect(read(root, 'y')).toBe('y\n')
  })

  test('leaves other emitters alone where only some are asked for', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    await bring(root, [{ ...a, text: 'A\n' }], { only: new Set(['one']) })
    expect(read(root, 'docs/deep/b.md')).toBe('b\n')
    expect(isUpToDate(inspect(root, [{ ...a, text: 'A\n' }, b], {}, nodeFileSystem))).toBe(true)
  })
})

describe('while its files are made one by one, a run', () => {
  test('has written nothing yet that anybody reads, and nothing is left of it where the making fails', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    const before = textsIn(root)
    function* failing(): Iterable<GeneratedFile> {
      yield { ...a, text: 'A\n' }
      expect(read(root, 'docs/a.md')).toBe('a\n')
      yield output('fresh/c.md', 'c\n')
      expect(existsSync(join(root, 'fresh'))).toBe(false)
      throw new Error('the emitter failed')
    }
    await expect(update(root, failing(), waiting, nodeFileSystem)).rejects.toThrow('the emitter failed')
    expect(textsIn(root)).toEqual(before)
    expect(existsSync(join(root, '.manifest.staging'))).toBe(false)
  })

  test('sees what somebody changes behind it, and keeps that', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    function* meanwhile(): Iterable<GeneratedFile> {
      yield { ...a, text: 'A\n' }
      write(root, 'docs/a.md', 'by hand\n')
      yield { ...b, text: 'B\n' }
    }
    await expect(update(root, meanwhile(), waiting, nodeFileSystem)).rejects.toThrow(
      'nothing is written: docs/a.md has changed while the output was made',
    )
    expect([read(root, 'docs/a.md'), read(root, 'docs/deep/b.md')]).toEqual(['by hand\n', 'b\n'])
  })

  test('removes what a run that was killed has staged', async () => {
    const root = folderWith({ '.manifest.staging/docs/a.md': 'half', '.manifest.staging/b.md': '' })
    await bring(root, [a])
    expect(Object.keys(textsIn(root))).toEqual([attributes, '.manifest.json', 'docs/a.md'])
  })

  test('copies to a folder that is a disk of its own', async () => {
    const root = folderWith()
    await bring(root, [a])
    const elsewhere = Object.assign(new Error('another disk'), { code: 'EXDEV' })
    const fs = {
      ...nodeFileSystem,
      rename: (from: string, to: string) => {
        if (from.includes('.manifest.staging/docs') && to.startsWith(`${root}/docs`)) throw elsewhere
        nodeFileSystem.rename(from, to)
      },
    }
    await update(root, [{ ...a, text: 'A\n' }, b], waiting, fs)
    expect([read(root, 'docs/a.md'), read(root, 'docs/deep/b.md')]).toEqual(['A\n', 'b\n'])
    expect(isUpToDate(inspect(root, [{ ...a, text: 'A\n' }, b], {}, nodeFileSystem))).toBe(true)
  })
})

describe('outside its root a run writes nothing', () => {
  test('through a link in place of a folder', async () => {
    const outside = folderWith({ 'a.md': 'theirs\n' })
    const root = folderWith()
    symlinkSync(outside, join(root, 'docs'))
    expect(await bring(root, [a], { force: true })).toContain('foreign docs/a.md')
    expect(textsIn(outside)).toEqual({ 'a.md': 'theirs\n' })
  })

  test('through a link in place of a file, or of the folder where texts wait', async () => {
    const outside = folderWith({ 'target.md': 'theirs\n' })
    const root = folderWith()
    mkdirSync(join(root, 'docs'))
    symlinkSync(join(outside, 'target.md'), join(root, 'docs/a.md'))
    symlinkSync(outside, join(root, '.manifest.staging'))
    expect(await bring(root, [a])).toContain('foreign docs/a.md')
    await bring(root, [a], { force: true })
    expect(textsIn(outside)).toEqual({ 'target.md': 'theirs\n' })
    expect(read(root, 'docs/a.md')).toBe('a\n')
  })

  test('by a manifest that names a file elsewhere', async () => {
    const project = folderWith({ 'precious.md': 'mine\n' })
    const root = join(project, 'generated')
    await bring(root, [a])
    const manifest = JSON.parse(read(root, '.manifest.json') ?? '')
    manifest.files[0].path = '../precious.md'
    write(root, '.manifest.json', JSON.stringify(manifest))
    await bring(root, [])
    expect(read(project, 'precious.md')).toBe('mine\n')
  })

  test('by a root that leads out of the project', () => {
    const project = folderWith({ 'spec/stowage.yaml': '' })
    const elsewhere = folderWith()
    symlinkSync(elsewhere, join(project, 'link'))
    expect(outputRoot(project, 'generated')).toBe(join(project, 'generated'))
    for (const root of ['..', '../x', 'a/../../x', '/etc', 'link', 'link/deeper']) {
      expect(() => outputRoot(project, root), root).toThrow(/leads out of the project/)
    }
  })
})

describe('where the system refuses', () => {
  test('half-way, a run says so, leaves no temporary file, and the next one goes on', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' })
    const fs = {
      ...nodeFileSystem,
      rename: (from: string, to: string) => {
        if (to.endsWith('b.md')) throw denied
        nodeFileSystem.rename(from, to)
      },
    }
    const changed = [
      { ...a, text: 'A\n' },
      { ...b, text: 'B\n' },
    ]
    await expect(update(root, changed, waiting, fs)).rejects.toThrow(
      'cannot write docs/deep/b.md: permission denied (EACCES)',
    )
    expect([read(root, 'docs/a.md'), read(root, 'docs/deep/b.md')]).toEqual(['A\n', 'b\n'])
    expect(existsSync(join(root, '.manifest.staging'))).toBe(false)
    expect(await bring(root, changed)).toContain('same docs/a.md, update docs/deep/b.md')
    expect(isUpToDate(inspect(root, changed, {}, nodeFileSystem))).toBe(true)
  })

  test('a file that may not be read is named', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    const fs = {
      ...nodeFileSystem,
      read: (path: string) => {
        if (path.endsWith('b.md')) throw Object.assign(new Error('denied'), { code: 'EACCES' })
        return nodeFileSystem.read(path)
      },
    }
    expect(() => inspect(root, [a, b], {}, fs)).toThrow('cannot read docs/deep/b.md: permission denied (EACCES)')
  })

  test('a lost manifest is not up to date, though every file is', async () => {
    const root = folderWith()
    await bring(root, [a])
    rmSync(join(root, '.manifest.json'))
    expect(isUpToDate(inspect(root, [a], {}, nodeFileSystem))).toBe(false)
    expect(await bring(root, [a])).toBe(`same ${attributes}, same docs/a.md`)
    expect(isUpToDate(inspect(root, [a], {}, nodeFileSystem))).toBe(true)
  })

  test('folders that nothing is left in go too', async () => {
    const root = folderWith()
    await bring(root, [a, output('x/y/z/c.md', 'c\n'), output('x/d.md', 'd\n')])
    await bring(root, [a])
    expect(existsSync(join(root, 'x'))).toBe(false)
    expect(existsSync(join(root, 'docs'))).toBe(true)
  })

  test('a full disk leaves the old files, no temporary ones, and an explanation', async () => {
    const root = folderWith()
    await bring(root, [a, b])
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const fs = {
      ...nodeFileSystem,
      create: (path: string, text: string) => {
        if (path.endsWith('b.md')) throw full
        nodeFileSystem.create(path, text)
      },
    }
    const changed = [
      { ...a, text: 'A\n' },
      { ...b, text: 'B\n' },
    ]
    await expect(update(root, changed, waiting, fs)).rejects.toThrow(
      'cannot write docs/deep/b.md: the disk is full (ENOSPC)',
    )
    expect(read(root, 'docs/a.md')).toBe('a\n')
    expect(existsSync(join(root, '.manifest.staging'))).toBe(false)
    expect(await bring(root, changed)).toContain('update docs/a.md, update docs/deep/b.md')
  })
})
