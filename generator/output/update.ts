import type { GeneratedFile } from '../generate.ts'
import { apply } from './apply.ts'
import { attempt } from './attempt.ts'
import type { DiskState } from './disk-state.ts'
import type { FileSystem } from './file-system.ts'
import { gitAttributes } from './git-attributes.ts'
import { type LockOptions, withLock } from './lock.ts'
import { type Plan, type PlanOptions, plan, refusals } from './plan.ts'
import { readDisk } from './read-disk.ts'

/** A plan, and what there is to say of the folder it is for. */
export interface Inspection {
  readonly plan: Plan
  readonly disk: DiskState
  /** Whether there is a manifest that cannot be read, as after a merge with conflicts. */
  readonly manifestDamaged: boolean
}

/**
 * Compares the folder `root` with what is wanted there; changes nothing.
 * @throws OutputError where the operating system refuses to read.
 */
export function inspect(
  root: string,
  files: readonly GeneratedFile[],
  options: PlanOptions,
  fs: FileSystem,
): Inspection {
  const wanted = [gitAttributes, ...files]
  const disk = readDisk(root, wanted, fs)
  const manifestDamaged = disk.manifestText !== undefined && disk.manifest === undefined
  return { plan: plan(wanted, disk, options), disk, manifestDamaged }
}

/** Whether a plan leaves the disk as it is. */
export function isUpToDate({ plan }: Inspection): boolean {
  return !plan.manifestChanges && plan.changes.every(({ kind }) => kind === 'same')
}

/**
 * Brings the folder `root` to what is wanted there, unless the plan holds a refusal: then nothing is touched.
 * @throws OutputError where another run holds the folder or the operating system refuses.
 */
export async function update(
  root: string,
  files: readonly GeneratedFile[],
  options: PlanOptions & LockOptions,
  fs: FileSystem,
): Promise<Inspection> {
  attempt('', () => fs.makeFolder(root))
  return await withLock(root, options, () => {
    const inspection = inspect(root, files, options, fs)
    if (refusals(inspection.plan.changes).length === 0) apply(root, inspection.plan, inspection.disk.next, fs)
    return inspection
  })
}
