import { assertNever } from '../base/internal-error.ts'
import { attempt } from './attempt.ts'
import type { DiskEntry, DiskState } from './disk-state.ts'
import type { FileSystem } from './file-system.ts'
import { sha256 } from './hash.ts'
import { parseManifest, parseNextManifest } from './manifest.ts'
import { folderOf, type Ledger, outputLedger } from './output-path.ts'

/** What the manifests of a folder say. */
export type Recorded = Omit<DiskState, 'entries'>

/**
 * Reads what a plan has to know of the folder `root`: its manifests, and the files that they or `wanted` name.
 * @throws OutputError that names the file which the operating system refuses to read.
 */
export function readDisk(
  root: string,
  wanted: readonly { readonly path: string }[],
  fs: FileSystem,
  ledger: Ledger = outputLedger,
): DiskState {
  const recorded = readManifests(root, fs, ledger)
  const place = new DiskLook(root, fs)
  const entries = new Map<string, DiskEntry>()
  for (const { path } of wanted) entries.set(path, place.at(path))
  return { ...recorded, entries: withRecorded(entries, recorded, place) }
}

/** @throws OutputError */
export function readManifests(root: string, fs: FileSystem, ledger: Ledger = outputLedger): Recorded {
  const manifestText = readText(root, ledger.manifest, fs)
  const nextText = readText(root, ledger.next, fs)
  const manifest = manifestText === undefined ? undefined : parseManifest(manifestText)
  const next = nextText === undefined ? undefined : parseNextManifest(nextText)
  return {
    ...(manifest === undefined ? {} : { manifest }),
    ...(next === undefined ? {} : { next }),
    ...(manifestText === undefined ? {} : { manifestText }),
  }
}

/** Adds what stands at the paths of the manifests. @throws OutputError */
export function withRecorded(
  entries: Map<string, DiskEntry>,
  { manifest, next }: Recorded,
  place: DiskLook,
): ReadonlyMap<string, DiskEntry> {
  for (const recorded of [manifest, next]) {
    for (const path of recorded?.keys() ?? []) if (!entries.has(path)) entries.set(path, place.at(path))
  }
  return entries
}

function readText(root: string, path: string, fs: FileSystem): string | undefined {
  const file = `${root}/${path}`
  const read = (): string | undefined =>
    fs.kindOf(file) === 'file' ? Buffer.from(fs.read(file)).toString('utf8') : undefined
  return attempt(path, read, 'read')
}

/** What hinders a path in the folders above it. */
type Obstacle = Extract<DiskEntry, { readonly kind: 'missing' | 'blocked' }> | undefined

const missing: DiskEntry & { readonly kind: 'missing' } = { kind: 'missing' }

/** Looks at paths of a folder. It remembers which folders are there, so that each is looked at once. */
export class DiskLook {
  readonly #root: string
  readonly #fs: FileSystem
  readonly #hashOf: (path: string) => string
  readonly #folders = new Map<string, Obstacle>([['', undefined]])

  /** @param hashOf may answer from what it knows of the file at a path */
  constructor(
    root: string,
    fs: FileSystem,
    hashOf: (path: string) => string = (path) => sha256(fs.read(`${root}/${path}`)),
  ) {
    this.#root = root
    this.#fs = fs
    this.#hashOf = hashOf
  }

  /** What stands at a path. @throws OutputError */
  at(path: string): DiskEntry {
    return attempt(path, () => this.#obstacle(folderOf(path)) ?? this.#entry(path), 'read')
  }

  /** The first obstacle on the way to a folder and in it: one that is missing, or one that is no real folder. */
  #obstacle(folder: string): Obstacle {
    if (this.#folders.has(folder)) return this.#folders.get(folder)
    const obstacle = this.#obstacle(folderOf(folder)) ?? this.#hindranceAt(folder)
    this.#folders.set(folder, obstacle)
    return obstacle
  }

  #hindranceAt(folder: string): Obstacle {
    const kind = this.#fs.kindOf(`${this.#root}/${folder}`)
    return kind === 'folder' ? undefined : kind === 'missing' ? missing : { kind: 'blocked', by: folder }
  }

  #entry(path: string): DiskEntry {
    const kind = this.#fs.kindOf(`${this.#root}/${path}`)
    switch (kind) {
      case 'file':
        return { kind, sha256: this.#hashOf(path) }
      case 'folder':
        return { kind, holds: [...this.#contents(path)] }
      case 'other':
        return { kind }
      case 'missing':
        return missing
      default:
        return assertNever(kind)
    }
  }

  *#contents(folder: string): Iterable<string> {
    for (const name of this.#fs.list(`${this.#root}/${folder}`)) {
      const path = `${folder}/${name}`
      if (this.#fs.kindOf(`${this.#root}/${path}`) === 'folder') yield* this.#contents(path)
      else yield path
    }
  }
}
