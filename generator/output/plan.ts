import { assertNever, InternalError } from '../base/internal-error.ts'
import { by, byCodeUnit } from '../base/order.ts'
import type { GeneratedFile } from '../generate.ts'
import type { DiskEntry, DiskState } from './disk-state.ts'
import { sha256 } from './hash.ts'
import { type ManifestEntry, type NextEntry, printManifest, printNextManifest } from './manifest.ts'
import { isOutputPath, temporarySuffix } from './output-path.ts'
import { type Owned, ownedFiles } from './ownership.ts'

/**
 * `edited`: ours once, changed by hand since. `foreign`: something in the way that never was ours. Both stop a run;
 * `force` turns them into an update or a deletion, save where a folder or a link is in the way.
 */
export type ChangeKind = 'create' | 'update' | 'delete' | 'same' | 'edited' | 'foreign'

/** What is to be done about one path. */
export interface Change {
  readonly kind: ChangeKind
  readonly path: string
  readonly emitter: string
  /** Absent where the file is to go. */
  readonly wanted?: GeneratedFile
  /** What stands in the way, where it is not the path itself. */
  readonly blockedBy?: string
}

export interface PlanOptions {
  /** Only files of these emitters are touched; absent for all. */
  readonly only?: ReadonlySet<string>
  readonly force?: boolean
  /** Paths of ours that stay as they are, although nothing is wanted there now. */
  readonly keep?: ReadonlySet<string>
}

/** What brings the disk to what is wanted. Pure. */
export interface Plan {
  /** By path; `same` ones included. */
  readonly changes: readonly Change[]
  /** The manifest's text after the run. */
  readonly manifest: string
  /** The text of the manifest that holds during the run. */
  readonly next: string
  /** Whether that differs from what is on disk. */
  readonly manifestChanges: boolean
}

/** A wanted file and the hash of its text. */
interface Target {
  readonly file: GeneratedFile
  readonly hash: string
}

/** Compares what is wanted with what is there. A file equal to what is wanted is `same` whatever a manifest says. */
export function plan(wanted: readonly GeneratedFile[], disk: DiskState, options: PlanOptions = {}): Plan {
  const inScope = (emitter: string): boolean => options.only === undefined || options.only.has(emitter)
  const force = options.force === true
  const owned = ownedFiles(disk)
  const wantedPaths = new Set(wanted.map((file) => file.path))
  const targets = new Map<string, Target>()
  for (const file of wanted) {
    if (!isOutputPath(file.path)) throw new InternalError(`an emitter wants to write the path ${file.path}`)
    if (inScope(file.emitter)) targets.set(file.path, { file, hash: sha256(file.text) })
  }
  const kept: Owned[] = []
  const leaving = new Set<string>()
  const changes: Change[] = []
  for (const [path, file] of owned) {
    if (targets.has(path)) continue
    if (wantedPaths.has(path) || options.keep?.has(path) === true || !inScope(file.emitter)) {
      kept.push(file)
      continue
    }
    const change = removal(file, entryAt(disk, path), force)
    if (change === undefined) continue
    changes.push(change)
    if (change.kind === 'delete') leaving.add(path)
  }
  const goes = (path: string): boolean =>
    leaving.has(path) || (path.endsWith(temporarySuffix) && owned.has(path.slice(0, -temporarySuffix.length)))
  for (const [path, target] of targets) {
    changes.push(arrival(target, owned.get(path), disk, goes, force))
  }
  changes.sort(by((change) => change.path))
  const manifest = printManifest([
    ...kept.flatMap((file) => keptEntry(file, disk)),
    ...[...targets.values()].map(({ file, hash }) => entryOf(file, hash)),
  ])
  const next = printNextManifest(nextEntries(owned, targets, changes, disk))
  return { changes, manifest, next, manifestChanges: manifest !== disk.manifestText }
}

function entryAt(disk: DiskState, path: string): DiskEntry {
  return disk.entries.get(path) ?? { kind: 'missing' }
}

/** What becomes of one of our files that is no longer wanted; `undefined` where it is gone already. */
function removal(file: Owned, entry: DiskEntry, force: boolean): Change | undefined {
  const { path, emitter } = file
  switch (entry.kind) {
    case 'missing':
    case 'blocked':
      return undefined
    case 'file':
      return { kind: force || file.hashes.has(entry.sha256) ? 'delete' : 'edited', path, emitter }
    case 'other':
      return { kind: force ? 'delete' : 'edited', path, emitter }
    case 'folder':
      return undefined
    default:
      return assertNever(entry)
  }
}

/** What becomes of a file that is wanted. */
function arrival(
  { file, hash }: Target,
  owned: Owned | undefined,
  disk: DiskState,
  goes: (path: string) => boolean,
  force: boolean,
): Change {
  const entry = entryAt(disk, file.path)
  const change = { path: file.path, emitter: file.emitter, wanted: file }
  switch (entry.kind) {
    case 'missing':
      return { ...change, kind: 'create' }
    case 'file':
      if (entry.sha256 === hash) return { ...change, kind: 'same' }
      if (force || owned?.hashes.has(entry.sha256) === true) return { ...change, kind: 'update' }
      return { ...change, kind: owned === undefined ? 'foreign' : 'edited' }
    case 'other':
      return { ...change, kind: force ? 'update' : 'foreign' }
    case 'folder':
      return { ...change, kind: entry.holds.every(goes) ? 'create' : 'foreign' }
    case 'blocked':
      return goes(entry.by) ? { ...change, kind: 'create' } : { ...change, kind: 'foreign', blockedBy: entry.by }
    default:
      return assertNever(entry)
  }
}

/** The entry of a file that the run leaves alone; one that a killed run had half done is told by what is on disk. */
function keptEntry({ path, emitter, sources, hashes }: Owned, disk: DiskState): readonly ManifestEntry[] {
  const entry = entryAt(disk, path)
  const ours = entry.kind === 'file' && hashes.has(entry.sha256) ? entry.sha256 : disk.manifest?.get(path)?.sha256
  return ours === undefined ? [] : [{ path, sha256: ours, emitter, sources }]
}

/** Every text that may stand at a path during the run and is ours: those of before, what is overwritten, what is wanted. */
function nextEntries(
  owned: ReadonlyMap<string, Owned>,
  targets: ReadonlyMap<string, Target>,
  changes: readonly Change[],
  disk: DiskState,
): readonly NextEntry[] {
  const entries = new Map<string, Owned>(owned)
  for (const [path, { file, hash }] of targets) {
    entries.set(path, { ...entryOf(file, hash), hashes: new Set([...(owned.get(path)?.hashes ?? []), hash]) })
  }
  for (const { path } of effects(changes)) {
    const entry = entryAt(disk, path)
    const known = entries.get(path)
    if (known === undefined || entry.kind !== 'file') continue
    entries.set(path, { ...known, hashes: new Set([...known.hashes, entry.sha256]) })
  }
  return [...entries.values()].map(({ path, emitter, sources, hashes }) => ({
    path,
    sha256: [...hashes].sort(byCodeUnit),
    emitter,
    sources,
  }))
}

function entryOf({ path, emitter, sources }: GeneratedFile, hash: string): ManifestEntry {
  return { path, sha256: hash, emitter, sources }
}

/** The changes that stop a run. */
export function refusals(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'edited' || kind === 'foreign')
}

/** The changes that write or delete something. */
export function effects(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'create' || kind === 'update' || kind === 'delete')
}
