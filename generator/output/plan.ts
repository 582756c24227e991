import { assertNever, InternalError } from '../base/internal-error.ts'
import { by, byCodeUnit } from '../base/order.ts'
import type { DiskEntry, DiskState } from './disk-state.ts'
import { type ManifestEntry, type NextEntry, printManifest, printNextManifest } from './manifest.ts'
import { isOutputPath } from './output-path.ts'
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
  /** Whether a file is to stand where an empty folder does, or one of which nothing stays. */
  readonly onFolder?: true
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
  /** What the manifest names after the run. */
  readonly entries: readonly ManifestEntry[]
  /** Its text. */
  readonly manifest: string
  /** The text of the manifest that holds during the run; only a run that changes something has need of it. */
  readonly next: () => string
  /** Whether that differs from what is on disk. */
  readonly manifestChanges: boolean
}

/** Compares what is wanted with what is there. A file equal to what is wanted is `same` whatever a manifest says. */
export function plan(wanted: readonly ManifestEntry[], disk: DiskState, options: PlanOptions = {}): Plan {
  const inScope = (emitter: string): boolean => options.only === undefined || options.only.has(emitter)
  const force = options.force === true
  const owned = ownedFiles(disk)
  const elsewhere = new Set<string>()
  const targets = new Map<string, ManifestEntry>()
  // Sorted here, so that all lists below are made of sorted runs.
  for (const file of wanted.toSorted(by(({ path }) => path))) {
    assertOutputPath(file.path)
    if (inScope(file.emitter)) targets.set(file.path, file)
    else elsewhere.add(file.path)
  }
  const kept: Owned[] = []
  const leaving = new Set<string>()
  const changes: Change[] = []
  for (const [path, file] of owned) {
    if (targets.has(path)) continue
    if (elsewhere.has(path) || options.keep?.has(path) === true || !inScope(file.emitter)) {
      kept.push(file)
      continue
    }
    const change = removal(file, entryAt(disk, path), force)
    if (change === undefined) continue
    changes.push(change)
    if (change.kind === 'delete') leaving.add(path)
  }
  const goes = (path: string): boolean => leaving.has(path)
  for (const [path, target] of targets) {
    changes.push(arrival(target, owned.get(path), entryAt(disk, path), goes, force))
  }
  changes.sort(by((change) => change.path))
  const entries = [...kept.flatMap((file) => keptEntry(file, disk)), ...targets.values()]
  const manifest = printManifest(entries)
  const next = (): string => printNextManifest(nextEntries(owned, targets, changes, disk))
  return { changes, entries, manifest, next, manifestChanges: manifest !== disk.manifestText }
}

/** @throws InternalError for a path at which an emitter may not write */
export function assertOutputPath(path: string): void {
  if (!isOutputPath(path)) throw new InternalError(`an emitter wants to write the path ${path}`)
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
      return { kind: force || file.hashes.includes(entry.sha256) ? 'delete' : 'edited', path, emitter }
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
  { path, emitter, sha256 }: ManifestEntry,
  owned: Owned | undefined,
  entry: DiskEntry,
  goes: (path: string) => boolean,
  force: boolean,
): Change {
  const change = { path, emitter }
  switch (entry.kind) {
    case 'missing':
      return { ...change, kind: 'create' }
    case 'file':
      if (entry.sha256 === sha256) return { ...change, kind: 'same' }
      if (force || owned?.hashes.includes(entry.sha256) === true) return { ...change, kind: 'update' }
      return { ...change, kind: owned === undefined ? 'foreign' : 'edited' }
    case 'other':
      return { ...change, kind: force ? 'update' : 'foreign' }
    case 'folder':
      return entry.holds.every(goes) ? { ...change, kind: 'create', onFolder: true } : { ...change, kind: 'foreign' }
    case 'blocked':
      return goes(entry.by) ? { ...change, kind: 'create' } : { ...change, kind: 'foreign', blockedBy: entry.by }
    default:
      return assertNever(entry)
  }
}

/** The entry of a file that the run leaves alone; one that a killed run had half done is told by what is on disk. */
function keptEntry({ path, emitter, sources, hashes }: Owned, disk: DiskState): readonly ManifestEntry[] {
  const entry = entryAt(disk, path)
  const ours = entry.kind === 'file' && hashes.includes(entry.sha256) ? entry.sha256 : disk.manifest?.get(path)?.sha256
  return ours === undefined ? [] : [{ path, sha256: ours, emitter, sources }]
}

/**
 * Every text that may stand at a path during the run and is ours: those of before, what is overwritten, what is wanted. The
 * manifest stands until the end and tells of the rest, where there is one.
 */
function nextEntries(
  owned: ReadonlyMap<string, Owned>,
  targets: ReadonlyMap<string, ManifestEntry>,
  changes: readonly Change[],
  disk: DiskState,
): readonly NextEntry[] {
  const changing = new Set(effects(changes).map(({ path }) => path))
  const told = disk.manifest === undefined ? [...owned.keys(), ...targets.keys()] : (disk.next?.keys() ?? [])
  return [...new Set([...changing, ...told])].flatMap((path) => {
    const [target, before, entry] = [targets.get(path), owned.get(path), entryAt(disk, path)]
    const known = target ?? before
    if (known === undefined) return []
    const hashes = [
      ...(before?.hashes ?? []),
      ...(target === undefined ? [] : [target.sha256]),
      ...(changing.has(path) && entry.kind === 'file' ? [entry.sha256] : []),
    ]
    const { emitter, sources } = known
    return [{ path, sha256: hashes.length === 1 ? hashes : [...new Set(hashes)].sort(byCodeUnit), emitter, sources }]
  })
}

/** The changes that stop a run. */
export function refusals(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'edited' || kind === 'foreign')
}

/** The changes that write or delete something. */
export function effects(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'create' || kind === 'update' || kind === 'delete')
}
