import type { GeneratedFile } from '../generate.ts'
import { apply } from './apply.ts'
import { attempt } from './attempt.ts'
import type { DiskEntry, DiskState } from './disk-state.ts'
import type { FileSystem } from './file-system.ts'
import { gitAttributes } from './git-attributes.ts'
import { type LockOptions, withLock } from './lock.ts'
import { type ManifestEntry, manifestEntry } from './manifest.ts'
import { OutputError } from './output-error.ts'
import { outputLedger } from './output-path.ts'
import { assertOutputPath, type Plan, type PlanOptions, plan, refusals } from './plan.ts'
import { DiskLook, readManifests, withRecorded } from './read-disk.ts'
import { Staging } from './staging.ts'

/** A plan, and what there is to say of the folder it is for. */
export interface Inspection {
  readonly plan: Plan
  readonly disk: DiskState
  /** Whether there is a manifest that cannot be read, as after a merge with conflicts. */
  readonly manifestDamaged: boolean
  /** Where files were written: when the first one went to its place, in nanoseconds as the disk tells them. */
  readonly placing?: bigint
}

/**
 * Compares the folder `root` with what is wanted there; changes nothing. No text is held longer than it takes to compare it.
 * @throws OutputError where the operating system refuses to read.
 */
export function inspect(
  root: string,
  files: Iterable<GeneratedFile>,
  options: PlanOptions,
  fs: FileSystem,
): Inspection {
  return compare(root, files, options, fs, () => undefined)
}

/** Whether a plan leaves the disk as it is. */
export function isUpToDate({ plan }: Inspection): boolean {
  return !plan.manifestChanges && plan.changes.every(({ kind }) => kind === 'same')
}

/**
 * Brings the folder `root` to what is wanted there, unless the plan holds a refusal: then nothing is touched. Each text that
 * is not there yet is staged as soon as it is made, so that none is held.
 * @throws OutputError where another run holds the folder or the operating system refuses.
 */
export async function update(
  root: string,
  files: Iterable<GeneratedFile>,
  options: PlanOptions & LockOptions,
  fs: FileSystem,
): Promise<Inspection> {
  attempt('', () => fs.makeFolder(root))
  return await withLock(root, options, () => updateHeld(root, files, options, fs))
}

/** The same in a folder whose lock is held. @throws OutputError */
export function updateHeld(
  root: string,
  files: Iterable<GeneratedFile>,
  options: PlanOptions,
  fs: FileSystem,
): Inspection {
  const staging = new Staging(root, outputLedger, fs)
  staging.clear()
  const stamps = new Map<string, string | undefined>()
  const stampOf = (path: string): string | undefined => attempt(path, () => fs.stampOf(`${root}/${path}`), 'read')
  try {
    const inspection = compare(root, files, options, fs, ({ path, text }, there) => {
      staging.put(path, text)
      if (there.kind === 'file') stamps.set(path, stampOf(path))
    })
    if (refusals(inspection.plan.changes).length > 0) return inspection
    // While the last files were made, somebody may have changed one of the first.
    for (const [path, stamp] of stamps) {
      if (stampOf(path) === stamp) continue
      throw new OutputError(`nothing is written: ${path} has changed while the output was made; run it again`)
    }
    const placing = apply(root, inspection.plan, staging, fs)
    return { ...inspection, ...(placing === undefined ? {} : { placing }) }
  } finally {
    staging.end()
  }
}

/** @param onDifferent gets each file in the scope that is not as wanted, and what stands in its place */
function compare(
  root: string,
  files: Iterable<GeneratedFile>,
  options: PlanOptions,
  fs: FileSystem,
  onDifferent: (file: GeneratedFile, there: DiskEntry) => void,
): Inspection {
  const recorded = readManifests(root, fs)
  const place = new DiskLook(root, fs)
  const entries = new Map<string, DiskEntry>()
  const wanted: ManifestEntry[] = []
  const look = (file: GeneratedFile): void => {
    assertOutputPath(file.path)
    const entry = manifestEntry(file)
    const there = place.at(file.path)
    wanted.push(entry)
    entries.set(file.path, there)
    const isInScope = options.only === undefined || options.only.has(file.emitter)
    if (isInScope && !(there.kind === 'file' && there.sha256 === entry.sha256)) onDifferent(file, there)
  }
  look(gitAttributes)
  for (const file of files) look(file)
  const disk: DiskState = { ...recorded, entries: withRecorded(entries, recorded, place) }
  const manifestDamaged = disk.manifestText !== undefined && disk.manifest === undefined
  return { plan: plan(wanted, disk, options), disk, manifestDamaged }
}
