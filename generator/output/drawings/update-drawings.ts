import { attempt } from '../attempt.ts'
import type { DiskState } from '../disk-state.ts'
import type { FileSystem } from '../file-system.ts'
import { type LockOptions, withLock } from '../lock.ts'
import { manifestEntry } from '../manifest.ts'
import { drawingLedger } from '../output-path.ts'
import { type Change, plan, refusals } from '../plan.ts'
import { readDisk } from '../read-disk.ts'
import { stageAndApply } from '../stage-and-apply.ts'
import { compareDrawings } from './compare-drawings.ts'
import { type DrawingTarget, recordOf } from './drawing-target.ts'

/** Which drawings are there, and what is to be done about them. */
export interface DrawingInspection {
  readonly changes: readonly Change[]
  /** Whether anything was ever drawn here. */
  readonly hasRecord: boolean
}

/**
 * Compares the drawings in `folder` with what is to be drawn; draws and changes nothing.
 * @throws OutputError where the operating system refuses to read.
 */
export function inspectDrawings(
  folder: string,
  targets: readonly DrawingTarget[],
  maker: string | undefined,
  fs: FileSystem,
): DrawingInspection {
  const disk = read(folder, targets, fs)
  return { changes: compareDrawings(targets, disk, maker), hasRecord: disk.manifestText !== undefined }
}

/** What was drawn, and where it goes. */
export interface DrawingFiles {
  /** The folder of the whole output, absolute: its lock is held. */
  readonly root: string
  /** The folder of the diagrams in it, absolute. */
  readonly folder: string
  /** All that are to be there; those that were not drawn now stay as they are. */
  readonly targets: readonly DrawingTarget[]
  /** SVG by path. */
  readonly drawn: ReadonlyMap<string, string>
  readonly maker: string
}

/**
 * Writes drawings and removes those whose diagram is gone, unless one was changed by hand: then nothing is touched. A
 * killed run leaves whole files that are known to be ours.
 *
 * @returns what was done about each, or what forbids it
 * @throws OutputError where another run holds the folder or the operating system refuses.
 */
export async function updateDrawings(
  { root, folder, targets, drawn, maker }: DrawingFiles,
  options: LockOptions & { readonly force: boolean },
  fs: FileSystem,
): Promise<readonly Change[]> {
  attempt('', () => fs.makeFolder(folder))
  return await withLock(root, options, () => {
    const disk = read(folder, targets, fs)
    const wanted = targets.flatMap((target) => {
      const text = drawn.get(target.path)
      return text === undefined ? [] : [{ path: target.path, text, ...recordOf(target, maker) }]
    })
    const keep = new Set(targets.map(({ path }) => path).filter((path) => !drawn.has(path)))
    const plans = plan(wanted.map(manifestEntry), disk, { keep, force: options.force })
    const texts = new Map(wanted.map((file) => [file.path, file]))
    if (refusals(plans.changes).length === 0) stageAndApply(folder, plans, texts, fs, drawingLedger)
    return plans.changes
  })
}

function read(folder: string, targets: readonly DrawingTarget[], fs: FileSystem): DiskState {
  return readDisk(folder, targets, fs, drawingLedger)
}
