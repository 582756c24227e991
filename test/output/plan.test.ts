import { describe, expect, test } from 'vitest'
import type { DiskEntry, DiskState } from '../../generator/output/disk-state.ts'
import { sha256 } from '../../generator/output/hash.ts'
import type { ManifestEntry, NextEntry } from '../../generator/output/manifest.ts'
import { manifestEntry, parseManifest, parseNextManifest } from '../../generator/output/manifest.ts'
import { plan, refusals } from '../../generator/output/plan.ts'
import { output as outputWithText } from './trees.ts'

const output = (...about: Parameters<typeof outputWithText>): ManifestEntry => manifestEntry(outputWithText(...about))

const path = 'docs/a.md'
const wanted = output(path, 'new\n')

const disks = {
  missing: { kind: 'missing' },
  equal: { kind: 'file', sha256: sha256('new\n') },
  old: { kind: 'file', sha256: sha256('old\n') },
  hand: { kind: 'file', sha256: sha256('by hand\n') },
  folder: { kind: 'folder', holds: ['docs/a.md/theirs'] },
  link: { kind: 'other' },
  blocked: { kind: 'blocked', by: 'docs' },
} as const satisfies Readonly<Record<string, DiskEntry>>

const manifests = {
  none: {},
  old: { manifest: ['old\n'] },
  killed: { next: ['old\n', 'new\n'] },
  both: { manifest: ['older\n'], next: ['old\n', 'new\n'] },
} as const

function state(
  entry: DiskEntry,
  known: { readonly manifest?: readonly string[]; readonly next?: readonly string[] },
): DiskState {
  const about = { path, emitter: 'one', sources: [] }
  const one = (text: string): ManifestEntry => ({ ...about, sha256: sha256(text) })
  const several = (texts: readonly string[]): NextEntry => ({ ...about, sha256: texts.map(sha256) })
  return {
    entries: new Map([[path, entry]]),
    ...(known.manifest === undefined ? {} : { manifest: new Map([[path, one(known.manifest[0] ?? '')]]) }),
    ...(known.next === undefined ? {} : { next: new Map([[path, several(known.next)]]) }),
  }
}

function kinds(files: readonly ManifestEntry[], disk: DiskState, force = false): string {
  return plan(files, disk, { force })
    .changes.map(({ kind }) => kind)
    .join(' ')
}

describe('a file that is wanted', () => {
  const table = {
    //        missing   equal   old        hand       folder     link       blocked
    none: ['create', 'same', 'foreign', 'foreign', 'foreign', 'foreign', 'foreign'],
    old: ['create', 'same', 'update', 'edited', 'foreign', 'foreign', 'foreign'],
    killed: ['create', 'same', 'update', 'edited', 'foreign', 'foreign', 'foreign'],
    both: ['create', 'same', 'update', 'edited', 'foreign', 'foreign', 'foreign'],
  } as const
  const cases = Object.entries(table).flatMap(([manifest, row]) =>
    row.map((kind, index) => [manifest, Object.keys(disks)[index], kind] as const),
  )
  test.each(cases)('with the manifest %s and %s on disk: %s', (manifest, disk, kind) => {
    const known = manifests[manifest as keyof typeof manifests]
    expect(kinds([wanted], state(disks[disk as keyof typeof disks], known))).toBe(kind)
  })

  test.each([
    ['hand', 'update'],
    ['old', 'update'],
    ['link', 'update'],
    ['equal', 'same'],
    ['folder', 'foreign'],
    ['blocked', 'foreign'],
  ] as const)('by force with %s on disk: %s', (disk, kind) => {
    expect(kinds([wanted], state(disks[disk], {}), true)).toBe(kind)
  })
})

describe('a file that is no longer wanted', () => {
  test.each([
    ['none', 'hand', ''],
    ['none', 'old', ''],
    ['old', 'missing', ''],
    ['old', 'old', 'delete'],
    ['old', 'hand', 'edited'],
    ['old', 'link', 'edited'],
    ['old', 'folder', ''],
    ['killed', 'old', 'delete'],
    ['killed', 'equal', 'delete'],
    ['killed', 'hand', 'edited'],
    ['both', 'equal', 'delete'],
  ] as const)('with the manifest %s and %s on disk: %s', (manifest, disk, kind) => {
    expect(kinds([], state(disks[disk], manifests[manifest]))).toBe(kind)
  })

  test('goes by force though it was changed', () => {
    expect(kinds([], state(disks.hand, manifests.old), true)).toBe('delete')
    expect(kinds([], state(disks.hand, manifests.none), true)).toBe('')
  })
})

describe('the manifests', () => {
  test('the one during the run calls old and new texts ours, and nothing else', () => {
    const { next, manifest } = plan([wanted], state(disks.old, manifests.both))
    const during = parseNextManifest(next())?.get(path)
    expect(during?.sha256).toEqual([sha256('older\n'), sha256('old\n'), sha256('new\n')].sort())
    expect(parseManifest(manifest)?.get(path)?.sha256).toBe(sha256('new\n'))
  })

  test('the one during a forced run holds what is overwritten', () => {
    const { next } = plan([wanted], state(disks.hand, manifests.old), { force: true })
    expect(parseNextManifest(next())?.get(path)?.sha256).toContain(sha256('by hand\n'))
  })

  test('a text changed by hand is never called ours', () => {
    const { next, manifest } = plan([wanted, output('b.md', 'b\n')], state(disks.hand, manifests.old))
    expect(next()).not.toContain(sha256('by hand\n'))
    expect(manifest).not.toContain(sha256('by hand\n'))
  })

  test('change only where they differ, and forget what is gone', () => {
    const first = plan([wanted], state(disks.missing, manifests.old))
    expect(first.manifestChanges).toBe(true)
    const settled = { ...state(disks.equal, {}), manifestText: first.manifest }
    expect(plan([wanted], settled).manifestChanges).toBe(false)
    expect(parseManifest(plan([], state(disks.old, manifests.old)).manifest)?.size).toBe(0)
  })
})

describe('with --only', () => {
  const other = output('other.md', 'other\n', 'two')
  const entry = (file: ManifestEntry, text: string): ManifestEntry => ({
    path: file.path,
    emitter: file.emitter,
    sources: ['X'],
    sha256: sha256(text),
  })

  test('files of other emitters and their entries stay, wanted or not', () => {
    const disk: DiskState = {
      manifest: new Map([[other.path, entry(other, 'former\n')]]),
      entries: new Map([[other.path, { kind: 'file', sha256: sha256('former\n') }]]),
    }
    const { changes, manifest } = plan([wanted], disk, { only: new Set(['one']) })
    expect(changes.map(({ kind, path: at }) => `${kind} ${at}`)).toEqual([`create ${path}`])
    expect(parseManifest(manifest)?.get(other.path)).toEqual(entry(other, 'former\n'))
  })

  test('a file that moved to another emitter is not deleted', () => {
    const moved = { ...wanted, emitter: 'two' }
    const { changes } = plan([moved], state(disks.old, manifests.old), { only: new Set(['one']) })
    expect(changes).toEqual([])
  })

  test('what a killed run did to other files is taken over', () => {
    const disk: DiskState = {
      manifest: new Map([[other.path, entry(other, 'former\n')]]),
      next: new Map([[other.path, { ...entry(other, ''), sha256: [sha256('former\n'), sha256('other\n')] }]]),
      entries: new Map([[other.path, { kind: 'file', sha256: sha256('other\n') }]]),
    }
    const { manifest } = plan([wanted], disk, { only: new Set(['one']) })
    expect(parseManifest(manifest)?.get(other.path)?.sha256).toBe(sha256('other\n'))
  })
})

describe('a path that changes its nature', () => {
  test('a file that becomes a folder, and a folder that becomes a file', () => {
    const about = { emitter: 'one', sources: [] }
    const disk: DiskState = {
      manifest: new Map([
        ['a', { ...about, path: 'a', sha256: sha256('a\n') }],
        ['b/c', { ...about, path: 'b/c', sha256: sha256('c\n') }],
        ['b/e', { ...about, path: 'b/e', sha256: sha256('e\n') }],
      ]),
      entries: new Map<string, DiskEntry>([
        ['a', { kind: 'file', sha256: sha256('a\n') }],
        ['b/c', { kind: 'file', sha256: sha256('c\n') }],
        ['a/d', { kind: 'blocked', by: 'a' }],
        ['b/e', { kind: 'file', sha256: sha256('e\n') }],
        ['b', { kind: 'folder', holds: ['b/c', 'b/e'] }],
      ]),
    }
    const { changes } = plan([output('a/d', 'd\n'), output('b', 'b\n')], disk)
    expect(changes.map(({ kind, path: at }) => `${kind} ${at}`)).toEqual([
      'delete a',
      'create a/d',
      'create b',
      'delete b/c',
      'delete b/e',
    ])
    expect(refusals(changes)).toEqual([])
  })
})

describe('paths', () => {
  test.each([
    '../a',
    '/a',
    'a/../b',
    'a//b',
    './a',
    '',
    'a\\b',
    'c:a',
    'a\u0000',
    '.manifest.json',
    '.manifest.staging/a',
    'a.stowage-tmp',
  ])('out of bounds are refused from an emitter and make a manifest worthless: %j', (bad) => {
    expect(() => plan([output(bad, 'x\n')], { entries: new Map() })).toThrow(/an emitter wants to write/)
    const entry = { path: bad, sha256: sha256('x\n'), emitter: 'one', sources: [] }
    expect(parseManifest(JSON.stringify({ version: 1, files: [entry] }))).toBeUndefined()
  })

  test.each(['', '{', '[]', '{"version":2,"files":[]}', '{"version":1}', '<<<<<<< ours\n{"version":1,"files":[]}'])(
    'a damaged manifest is none: %j',
    (text) => {
      expect(parseManifest(text)).toBeUndefined()
      expect(parseNextManifest(text)).toBeUndefined()
    },
  )

  test('a manifest that tells of one path twice is none', () => {
    const entry = (text: string): object => ({ path: 'a.md', sha256: sha256(text), emitter: 'one', sources: [] })
    expect(parseManifest(JSON.stringify({ version: 1, files: [entry('x\n')] }))?.size).toBe(1)
    expect(parseManifest(JSON.stringify({ version: 1, files: [entry('x\n'), entry('y\n')] }))).toBeUndefined()
  })
})
