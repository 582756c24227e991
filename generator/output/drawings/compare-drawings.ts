import { assertNever } from '../../base/internal-error.ts'
import { by } from '../../base/order.ts'
import type { DiskState } from '../disk-state.ts'
import { ownedFiles } from '../ownership.ts'
import type { Change, ChangeKind } from '../plan.ts'
import { type DrawingTarget, isDrawnFrom } from './drawing-target.ts'

/**
 * What is to be done about each drawing, judged by hashes alone: nothing is drawn to find out. By path, `same` ones
 * included. Pure.
 *
 * @param maker what would draw now; a drawing by another one is behind. Absent where Mermaid is not installed, as on a
 *   machine that only checks: then only the texts are compared.
 */
export function compareDrawings(
  targets: readonly DrawingTarget[],
  disk: DiskState,
  maker: string | undefined,
): readonly Change[] {
  const owned = ownedFiles(disk)
  const changes = targets.map((target): Change => {
    const entry = disk.manifest?.get(target.path)
    const isCurrent = entry !== undefined && isDrawnFrom(entry, target, maker)
    return change(kindOf(target.path, isCurrent, disk, owned.get(target.path)?.hashes), target.path)
  })
  const wanted = new Set(targets.map(({ path }) => path))
  for (const [path, { hashes }] of owned) {
    const entry = disk.entries.get(path)
    if (wanted.has(path) || entry === undefined || entry.kind !== 'file') continue
    changes.push(change(hashes.includes(entry.sha256) ? 'delete' : 'edited', path))
  }
  return changes.sort(by(({ path }) => path))
}

function kindOf(path: string, isCurrent: boolean, disk: DiskState, hashes: readonly string[] | undefined): ChangeKind {
  const entry = disk.entries.get(path) ?? { kind: 'missing' }
  switch (entry.kind) {
    case 'missing':
    case 'folder':
      return 'create'
    case 'blocked':
    case 'other':
      return 'foreign'
    case 'file':
      if (hashes === undefined) return 'foreign'
      if (!hashes.includes(entry.sha256)) return 'edited'
      return isCurrent && disk.manifest?.get(path)?.sha256 === entry.sha256 ? 'same' : 'update'
    default:
      return assertNever(entry)
  }
}

function change(kind: ChangeKind, path: string): Change {
  return { kind, path, emitter: 'drawings' }
}
