import { assertNever } from '../base/internal-error.ts'
import type { GeneratedFile } from '../generate.ts'
import { attempt } from './attempt.ts'
import type { DiskEntry, DiskState } from './disk-state.ts'
import type { FileSystem } from './file-system.ts'
import { sha256 } from './hash.ts'
import { parseManifest, parseNextManifest } from './manifest.ts'
import { foldersOf, type Ledger, outputLedger } from './output-path.ts'

/**
 * Reads what a plan has to know of the folder `root`: its manifests, and the files that they or `wanted` name.
 * @throws OutputError that names the file which the operating system refuses to read.
 */
export function readDisk(
  root: string,
  wanted: readonly Pick<GeneratedFile, 'path'>[],
  fs: FileSystem,
  ledger: Ledger = outputLedger,
): DiskState {
  const manifestText = readText(root, ledger.manifest, fs)
  const nextText = readText(root, ledger.next, fs)
  const manifest = manifestText === undefined ? undefined : parseManifest(manifestText)
  const next = nextText === undefined ? undefined : parseNextManifest(nextText)
  const paths = new Set([...(manifest?.keys() ?? []), ...(next?.keys() ?? []), ...wanted.map((file) => file.path)])
  return {
    entries: readEntries(root, paths, fs),
    ...(manifest === undefined ? {} : { manifest }),
    ...(next === undefined ? {} : { next }),
    ...(manifestText === undefined ? {} : { manifestText }),
  }
}

/** What stands at paths. @param hashOf may answer from what it knows of the file at a path */
export function readEntries(
  root: string,
  paths: Iterable<string>,
  fs: FileSystem,
  hashOf: (path: string) => string = (path) => sha256(fs.read(`${root}/${path}`)),
): ReadonlyMap<string, DiskEntry> {
  const folders = new Folders(root, fs)
  const entries = new Map<string, DiskEntry>()
  for (const path of paths)
    entries.set(
      path,
      attempt(path, () => readEntry(root, path, folders, fs, hashOf), 'read'),
    )
  return entries
}

function readText(root: string, path: string, fs: FileSystem): string | undefined {
  const file = `${root}/${path}`
  const read = (): string | undefined =>
    fs.kindOf(file) === 'file' ? Buffer.from(fs.read(file)).toString('utf8') : undefined
  return attempt(path, read, 'read')
}

function readEntry(
  root: string,
  path: string,
  folders: Folders,
  fs: FileSystem,
  hashOf: (path: string) => string,
): DiskEntry {
  const obstacle = folders.obstacleOf(foldersOf(path))
  if (obstacle === 'missing') return { kind: 'missing' }
  if (obstacle !== undefined) return { kind: 'blocked', by: obstacle.at }
  const kind = fs.kindOf(`${root}/${path}`)
  switch (kind) {
    case 'file':
      return { kind, sha256: hashOf(path) }
    case 'folder':
      return { kind, holds: [...contentsOf(root, path, fs)] }
    case 'other':
    case 'missing':
      return { kind }
    default:
      return assertNever(kind)
  }
}

function* contentsOf(root: string, folder: string, fs: FileSystem): Iterable<string> {
  for (const name of fs.list(`${root}/${folder}`)) {
    const path = `${folder}/${name}`
    if (fs.kindOf(`${root}/${path}`) === 'folder') yield* contentsOf(root, path, fs)
    else yield path
  }
}

/** What hinders a path in the folders above it. */
type Obstacle = 'missing' | { readonly at: string } | undefined

/** Remembers which folders below the root are there, so that each is looked at once. */
class Folders {
  readonly #known = new Map<string, Obstacle>()
  readonly #root: string
  readonly #fs: FileSystem

  constructor(root: string, fs: FileSystem) {
    this.#root = root
    this.#fs = fs
  }

  /** The first obstacle in a chain of folders, nearest first: one that is missing, or one that is no real folder. */
  obstacleOf(chain: readonly string[]): Obstacle {
    for (const folder of chain.toReversed()) {
      const obstacle = this.#look(folder)
      if (obstacle !== undefined) return obstacle
    }
    return undefined
  }

  #look(folder: string): Obstacle {
    if (this.#known.has(folder)) return this.#known.get(folder)
    const kind = this.#fs.kindOf(`${this.#root}/${folder}`)
    const obstacle = kind === 'folder' ? undefined : kind === 'missing' ? kind : { at: folder }
    this.#known.set(folder, obstacle)
    return obstacle
  }
}
