import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'

/** The few things that the output asks of a disk, synchronous: tests put one in its place that fails at a given step. */
export interface FileSystem {
  /** What stands at a path, a link not followed. */
  kindOf(path: string): 'file' | 'folder' | 'other' | 'missing'
  read(path: string): Uint8Array
  /** The names in a folder. */
  list(path: string): readonly string[]
  /** Makes a file that must not exist; a link in its place is not followed. */
  create(path: string, content: string | Uint8Array): void
  rename(from: string, to: string): void
  remove(path: string): void
  makeFolder(path: string): void
  /** Removes a folder that must be empty. */
  removeFolder(path: string): void
  /** When the content of a file changed last, in nanoseconds as the disk tells them. */
  timeOf(path: string): bigint
  /** A text that is another one after every change of what stands at a path, a link not followed; nothing where nothing does. */
  stampOf(path: string): string | undefined
}

/** A disk on which files of somebody else are written anew: what is special about them stays. */
export interface RewritingFileSystem extends FileSystem {
  /** Where the links of a path lead. */
  realPath(path: string): string
  /** The permission bits of a file, such as `0o644`. */
  modeOf(path: string): number
  setMode(path: string, mode: number): void
}

/** The code of an error of the operating system (`ENOENT`); `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export const nodeFileSystem: RewritingFileSystem = {
  kindOf(path) {
    try {
      const stat = lstatSync(path, { throwIfNoEntry: false })
      if (stat === undefined) return 'missing'
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
    } catch (error) {
      if (systemCode(error) === 'ENOTDIR') return 'missing'
      throw error
    }
  },
  read: (path) => readFileSync(path),
  list: (path) => readdirSync(path),
  // With its encoding named, Node.js writes a text in one call.
  create: (path, content) => writeFileSync(path, content, { encoding: 'utf8', flag: 'wx' }),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => unlinkSync(path),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  removeFolder: (path) => rmdirSync(path),
  timeOf: (path) => lstatSync(path, { bigint: true }).mtimeNs,
  stampOf(path) {
    const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    return stat === undefined ? undefined : [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
  },
  realPath: (path) => realpathSync(path),
  modeOf: (path) => statSync(path).mode & 0o7777,
  setMode: (path, mode) => chmodSync(path, mode),
}
