import { type BigIntStats, lstatSync } from 'node:fs'

/**
 * What tells that files are as they were, without reading them: of each path its size, the nanoseconds of its last change of
 * content and of anything, and its number on the disk. All four are 0 where nothing stands. A path that ends with a slash is
 * that of a folder, of which only the number counts: what is in it has stamps of its own.
 */
export interface FileStamps {
  /** Relative to one folder. */
  readonly paths: readonly string[]
  /** Four numbers a path. */
  readonly values: BigUint64Array
}

export const numbersEach = 4

/** When a file changed, in nanoseconds as its disk tells them. */
export interface Times {
  readonly content: bigint
  /** Its content, its name or its permissions. Nobody can set it back. */
  readonly anything: bigint
}

/** The stamps of paths as they are now; `undefined` where one is not what its path says it is, a file or a folder. */
export function stampsOf(folder: string, paths: readonly string[]): FileStamps | undefined {
  const values = new BigUint64Array(paths.length * numbersEach)
  let at = 0
  for (const path of paths) {
    const stat = lookAt(folder, path)
    if (stat !== undefined) {
      const isFolder = path.endsWith('/')
      if (isFolder ? !stat.isDirectory() : !stat.isFile()) return undefined
      if (!isFolder) values.set([stat.size, stat.mtimeNs, stat.ctimeNs], at)
      values[at + 3] = stat.ino
    }
    at += numbersEach
  }
  return { paths, values }
}

/** Whether all that is stamped is still as its stamp says. */
export function areAsStamped(folder: string, { paths, values }: FileStamps): boolean {
  let at = 0
  for (const path of paths) {
    const stat = lookAt(folder, path)
    if (stat === undefined ? values[at + 3] !== 0n : !isAsStamped(stat, path, values, at)) return false
    at += numbersEach
  }
  return true
}

/** The stamps of those paths for which something holds. */
export function stampsWhere({ paths, values }: FileStamps, holds: (path: string, times: Times) => boolean): FileStamps {
  const kept: string[] = []
  const numbers: bigint[] = []
  for (const [index, path] of paths.entries()) {
    const at = index * numbersEach
    const [size = 0n, content = 0n, anything = 0n, ino = 0n] = values.subarray(at, at + numbersEach)
    if (!holds(path, { content, anything })) continue
    kept.push(path)
    numbers.push(size, content, anything, ino)
  }
  return { paths: kept, values: BigUint64Array.from(numbers) }
}

function isAsStamped(stat: BigIntStats, path: string, values: BigUint64Array, at: number): boolean {
  if (stat.ino !== values[at + 3]) return false
  if (path.endsWith('/')) return stat.isDirectory()
  return stat.size === values[at] && stat.mtimeNs === values[at + 1] && stat.ctimeNs === values[at + 2] && stat.isFile()
}

const options = { bigint: true, throwIfNoEntry: false } as const

/** A slash at the end would have a link followed. */
function lookAt(folder: string, path: string): BigIntStats | undefined {
  return lstatSync(`${folder}/${path.endsWith('/') ? path.slice(0, -1) : path}`, options)
}
