import type { DiskState } from './disk-state.ts'
import type { NextEntry } from './manifest.ts'

/** A file that Stowage made, and every text of it that is known to be Stowage's own. */
export interface Owned extends Omit<NextEntry, 'sha256'> {
  readonly hashes: readonly string[]
}

/** All that either manifest calls ours. An entry of the newer one, left by a killed run, describes the file better. */
export function ownedFiles(disk: DiskState): ReadonlyMap<string, Owned> {
  const owned = new Map<string, Owned>()
  for (const [path, { sha256, ...entry }] of disk.manifest ?? []) {
    owned.set(path, { ...entry, hashes: [sha256] })
  }
  for (const [path, { sha256, ...entry }] of disk.next ?? []) {
    owned.set(path, { ...entry, hashes: [...(owned.get(path)?.hashes ?? []), ...sha256] })
  }
  return owned
}
