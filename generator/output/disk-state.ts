import type { Manifest, NextManifest } from './manifest.ts'

/** What stands at a path of the output. */
export type DiskEntry =
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly sha256: string }
  /** `holds` names all that is in it and is no folder, by its path from the root. */
  | { readonly kind: 'folder'; readonly holds: readonly string[] }
  /** A symbolic link, a socket and the like; never followed. */
  | { readonly kind: 'other' }
  /** One of the folders above it is a file or a symbolic link: `by` names it. */
  | { readonly kind: 'blocked'; readonly by: string }

/** What is on disk of the paths that matter: those that are wanted and those of the manifests. */
export interface DiskState {
  /** Absent where there is none or where it is damaged. */
  readonly manifest?: Manifest
  /** Left by a run that was killed. */
  readonly next?: NextManifest
  /** The text of the manifest, to tell whether it has to be written. */
  readonly manifestText?: string
  /** A path that is not in here is missing. */
  readonly entries: ReadonlyMap<string, DiskEntry>
}
