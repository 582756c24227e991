import type { GeneratedFile } from '../generate.ts'
import { attempt } from './attempt.ts'
import { type FileSystem, systemCode } from './file-system.ts'
import type { NextManifest } from './manifest.ts'
import { foldersOf, type Ledger, outputLedger, temporarySuffix } from './output-path.ts'
import { type Change, effects, type Plan } from './plan.ts'
import { renameTemporary, writeTemporary } from './replace-files.ts'

/**
 * Carries out a plan without refusals in the folder `root`, which exists; `killed` is what an interrupted run left.
 *
 * The order makes it safe to stop anywhere: the next manifest first, which calls old and new texts ours; then every new
 * text into a temporary file; then renames, each of them whole; then deletions, the manifest, and the end of the next one.
 *
 * @throws OutputError where the operating system refuses; files are then old or new, and the next run goes on from there.
 */
export function apply(
  root: string,
  plan: Plan,
  killed: NextManifest | undefined,
  fs: FileSystem,
  { manifest, next }: Ledger = outputLedger,
): void {
  const changes = effects(plan.changes)
  for (const path of [manifest, next, ...(killed?.keys() ?? [])]) {
    attempt(path, () => removeIfThere(`${root}/${path}${temporarySuffix}`, fs))
  }
  if (changes.length > 0) attempt(next, () => replace(`${root}/${next}`, plan.next, fs))
  const { written, removedFirst, removedLast } = ordered(changes)
  removeFiles(root, removedFirst, fs)
  for (const { path } of written) attempt(path, () => removeEmptyFolders(`${root}/${path}`, fs))
  writeFiles(root, written, fs)
  removeFiles(root, removedLast, fs)
  if (plan.manifestChanges) attempt(manifest, () => replace(`${root}/${manifest}`, plan.manifest, fs))
  attempt(next, () => removeIfThere(`${root}/${next}`, fs))
}

interface Ordered {
  readonly written: readonly GeneratedFile[]
  /** Files that stand where a folder is to be, and files in a folder that stands where a file is to be. */
  readonly removedFirst: readonly string[]
  readonly removedLast: readonly string[]
}

function ordered(changes: readonly Change[]): Ordered {
  const written = changes.flatMap(({ wanted }) => (wanted === undefined ? [] : [wanted]))
  const newPaths = new Set(written.map((file) => file.path))
  const newFolders = new Set(written.flatMap((file) => foldersOf(file.path)))
  const removedFirst: string[] = []
  const removedLast: string[] = []
  for (const { kind, path } of changes) {
    if (kind !== 'delete') continue
    const inTheWay = newFolders.has(path) || foldersOf(path).some((folder) => newPaths.has(folder))
    const target = inTheWay ? removedFirst : removedLast
    target.push(path)
  }
  return { written, removedFirst, removedLast }
}

function writeFiles(root: string, files: readonly GeneratedFile[], fs: FileSystem): void {
  const folders = new Set(files.map((file) => foldersOf(file.path)[0] ?? ''))
  for (const folder of folders) attempt(folder, () => fs.makeFolder(`${root}/${folder}`))
  const temporaries: string[] = []
  try {
    for (const { path, text } of files) {
      temporaries.push(path)
      attempt(path, () => writeTemporary(`${root}/${path}`, text, fs))
    }
    for (const { path } of files) {
      attempt(path, () => renameTemporary(`${root}/${path}`, fs))
    }
  } catch (error) {
    for (const path of temporaries) {
      try {
        removeIfThere(`${root}/${path}${temporarySuffix}`, fs)
      } catch {
        // The next run removes what cannot be removed now; the first failure is the one to tell of.
      }
    }
    throw error
  }
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

function replace(path: string, text: string, fs: FileSystem): void {
  writeTemporary(path, text, fs)
  renameTemporary(path, fs)
}

function removeIfThere(path: string, fs: FileSystem): void {
  try {
    fs.remove(path)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
}
