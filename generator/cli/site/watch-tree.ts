import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Tells of every change in folders and in those below them. Each has a watcher of its own: the recursive one of Node.js loses
 * a file on Linux once it was replaced by another of its name, which is how many editors save.
 * @param changed gets the name of what changed, or `null` where a folder came that may hold anything
 * @returns what ends it
 */
export function watchTree(roots: ReadonlySet<string>, changed: (name: string | null) => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  /** Whether there are folders that were not watched. */
  const look = (): boolean => {
    const fresh = [...roots].flatMap(foldersBelow).filter((path) => !watchers.has(path))
    for (const path of fresh) watchers.set(path, watchFolder(path))
    return fresh.length > 0
  }
  const leave = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(`${folder}${sep}`)) continue
      watcher.close()
      watchers.delete(path)
    }
  }
  const watchFolder = (folder: string): FSWatcher => {
    const watcher = watch(folder, (event, name) => {
      if (event !== 'rename' || name === null) return changed(name)
      // A folder of this name came or went: one that is there now is another.
      leave(join(folder, name))
      changed(look() ? null : name)
    })
    // A folder that is taken away is no fault.
    watcher.on('error', () => watcher.close())
    return watcher
  }
  look()
  return () => {
    for (const watcher of watchers.values()) watcher.close()
  }
}

/** The folder and those below it, without what packages and programs keep there. */
function foldersBelow(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .flatMap(({ name }) => foldersBelow(join(folder, name)))
    return [folder, ...below]
  } catch {
    return []
  }
}
