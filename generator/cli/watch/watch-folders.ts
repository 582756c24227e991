import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join, sep } from 'node:path'
import { systemCode } from '../../output/file-system.ts'
import { UserError } from '../user-error.ts'

/** What follows the changes in a set of folders. */
export interface FolderWatch {
  /** Asks anew which folders are to be watched. */
  readonly refresh: () => void
  readonly close: () => void
}

/** A folder that is watched, and which one it was: another of its name is not. */
interface Watched {
  readonly watcher: FSWatcher
  readonly inode: number
}

/**
 * Tells of every change in folders. Each has a watcher of its own: the recursive one of Node.js loses a file on Linux once
 * it was replaced by another of its name, which is how many editors save.
 *
 * @param wanted the folders, absolute; asked anew where a folder may have come or gone. What is not there is left out
 * @param changed gets the path of what changed, or `null` where a folder came or went that may hold anything
 * @throws UserError where the system watches no more folders
 */
export function watchFolders(wanted: () => Iterable<string>, changed: (path: string | null) => void): FolderWatch {
  const watched = new Map<string, Watched>()
  /** Whether other folders are watched than before. */
  const refresh = (): boolean => {
    const folders = new Set(wanted())
    let isOther = false
    for (const [path, { inode, watcher }] of watched) {
      if (folders.has(path) && inodeOf(path) === inode) continue
      watcher.close()
      watched.delete(path)
      isOther = true
    }
    for (const path of folders) {
      const inode = watched.has(path) ? undefined : inodeOf(path)
      if (inode === undefined) continue
      watched.set(path, { watcher: watchFolder(path), inode })
      isOther = true
    }
    return isOther
  }
  /** A folder of this path came or went: one that is there now is another, though it may have the number of the old one. */
  const leave = (folder: string): boolean => {
    const left = [...watched.keys()].filter((path) => path === folder || path.startsWith(`${folder}${sep}`))
    for (const path of left) {
      watched.get(path)?.watcher.close()
      watched.delete(path)
    }
    return left.length > 0
  }
  const watchFolder = (folder: string): FSWatcher => {
    const watcher = open(folder, (event, name) => {
      const path = name === null ? null : join(folder, name)
      if (event !== 'rename') return changed(path)
      const left = path !== null && leave(path)
      const isOther = refresh()
      changed(left || isOther ? null : path)
    })
    // A folder that is taken away is no fault.
    watcher.on('error', () => watcher.close())
    return watcher
  }
  refresh()
  return {
    refresh: () => {
      // What came into a folder before it was watched has told nobody.
      if (refresh()) changed(null)
    },
    close: () => {
      for (const { watcher } of watched.values()) watcher.close()
    },
  }
}

function open(folder: string, changed: (event: string, name: string | null) => void): FSWatcher {
  try {
    return watch(folder, changed)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'ENOSPC' && code !== 'EMFILE') throw error
    throw new UserError(
      `the system watches no more folders (${code})`,
      code === 'ENOSPC' ? 'raise fs.inotify.max_user_watches, or end other programs that watch' : 'raise `ulimit -n`',
    )
  }
}

function inodeOf(folder: string): number | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat?.isDirectory() === true ? stat.ino : undefined
}

/** A folder and those below it, without what packages and programs keep there. */
export function foldersBelow(folder: string, leftOut?: string): readonly string[] {
  if (folder === leftOut) return []
  try {
    const below = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .flatMap(({ name }) => foldersBelow(join(folder, name), leftOut))
    return [folder, ...below]
  } catch {
    return []
  }
}

/** The folders above a path, up to the folder `top`, which is one of them. */
export function foldersAbove(path: string, top: string): readonly string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf(sep); at >= top.length; at = path.lastIndexOf(sep, at - 1))
    folders.push(path.slice(0, at))
  return folders
}
