import { attempt } from './attempt.ts'
import { type FileSystem, systemCode } from './file-system.ts'
import { foldersOf, type Ledger, outputLedger } from './output-path.ts'
import { type Change, effects, type Plan } from './plan.ts'
import type { Staging } from './staging.ts'

/**
 * Carries out a plan without refusals in the folder `root`, which exists. The texts of all that is to be created or updated,
 * and nothing else, are staged.
 *
 * The order makes it safe to stop anywhere: the next manifest first, which calls old and new texts ours; then each new text
 * goes to its place, whole; then deletions, the manifest, and the end of the next one.
 *
 * @returns when the first file went to its place, as `timeOf` tells it; absent where none did
 * @throws OutputError where the operating system refuses; files are then old or new, and the next run goes on from there.
 */
export function apply(
  root: string,
  plan: Plan,
  staging: Staging,
  fs: FileSystem,
  { manifest, next }: Ledger = outputLedger,
): bigint | undefined {
  const changes = effects(plan.changes)
  let placing: bigint | undefined
  if (changes.length > 0) {
    const { inTheWay, others } = removals(changes)
    staging.put(next, plan.next())
    staging.place(next)
    placing = attempt(next, () => fs.timeOf(`${root}/${next}`))
    removeFiles(root, inTheWay, fs)
    for (const { path, onFolder } of changes) {
      if (onFolder === true) attempt(path, () => removeEmptyFolders(`${root}/${path}`, fs))
    }
    staging.placeAll()
    removeFiles(root, others, fs)
  }
  if (plan.manifestChanges) {
    staging.put(manifest, plan.manifest)
    staging.place(manifest)
  }
  attempt(next, () => removeIfThere(`${root}/${next}`, fs))
  return placing
}

interface Removals {
  /** Files that stand where a folder is to be, and files in a folder that stands where a file is to be. */
  readonly inTheWay: readonly string[]
  readonly others: readonly string[]
}

function removals(changes: readonly Change[]): Removals {
  const inTheWay: string[] = []
  const others: string[] = []
  const deleted = changes.filter(({ kind }) => kind === 'delete')
  if (deleted.length === 0) return { inTheWay, others }
  const newPaths = new Set(changes.flatMap(({ kind, path }) => (kind === 'delete' ? [] : [path])))
  const newFolders = new Set([...newPaths].flatMap(foldersOf))
  for (const { path } of deleted) {
    const isInTheWay = newFolders.has(path) || foldersOf(path).some((folder) => newPaths.has(folder))
    const target = isInTheWay ? inTheWay : others
    target.push(path)
  }
  return { inTheWay, others }
}

function removeFiles(root: string, paths: readonly string[], fs: FileSystem): void {
  for (const path of paths) attempt(path, () => removeIfThere(`${root}/${path}`, fs))
  const folders = new Set(paths.flatMap(foldersOf))
  const deepestFirst = [...folders].sort((a, b) => b.split('/').length - a.split('/').length)
  for (const folder of deepestFirst) removeFolderIfEmpty(`${root}/${folder}`, fs)
}

function removeFolderIfEmpty(path: string, fs: FileSystem): void {
  try {
    fs.removeFolder(path)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    // It holds other files, or cannot be removed: an empty folder does no harm.
  }
}

/** Makes room for a file where a plan has found a folder without files in the way. */
function removeEmptyFolders(path: string, fs: FileSystem): void {
  if (fs.kindOf(path) !== 'folder') return
  for (const name of fs.list(path)) removeEmptyFolders(`${path}/${name}`, fs)
  fs.removeFolder(path)
}

function removeIfThere(path: string, fs: FileSystem): void {
  try {
    fs.remove(path)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
}
