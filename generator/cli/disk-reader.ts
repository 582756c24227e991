import { type Dirent, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import { SpecReadError, type SpecReader } from '../front/load/spec-reader.ts'
import { starMatches } from './star-pattern.ts'

/** Reads a spec from a folder of the disk. A link that leads out of the folder is refused. */
export function diskReader(folder: string): SpecReader {
  const root = realpathSync(folder)
  const readdir = readdirWithin(root)
  return {
    read(path) {
      try {
        const real = realpathSync(join(root, path))
        if (!isWithin(root, real)) throw new SpecReadError('outside', 'it is a link to a place outside the project')
        return readFileSync(real)
      } catch (error) {
        if (error instanceof SpecReadError) throw error
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
        throw new SpecReadError('unreadable', reasons.get(code) ?? 'the disk refuses')
      }
    },
    glob(pattern) {
      const simple = starMatches(pattern, (path) => entriesOf(readdir, join(root, path)))
      if (simple !== undefined) return simple
      return globSync(pattern, {
        cwd: root,
        ignore: ['**/node_modules/**'],
        onlyFiles: true,
        expandDirectories: false,
        fs: { readdirSync: readdir },
      }).map((path) => path.split(sep).join('/'))
    },
  }
}

function isWithin(root: string, real: string): boolean {
  const inside = relative(root, real)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
}

/**
 * Lists a folder for a glob. Of one that a link outside the project leads to only the files are listed, so that they can be
 * refused: a link to `/` would else have `**` walk the whole disk.
 */
function readdirWithin(root: string): typeof readdirSync {
  return new Proxy(readdirSync, {
    apply(list, self, given: readonly unknown[]): readonly Dirent[] {
      const entries: readonly Dirent[] = Reflect.apply(list, self, given)
      const isOutside = !isWithin(root, realpathSync(String(given[0])))
      return isOutside ? entries.filter((entry) => entry.isFile()) : entries
    },
  })
}

/** Nothing for a folder that is not there or cannot be listed. */
function entriesOf(readdir: typeof readdirSync, folder: string): readonly Dirent[] | undefined {
  try {
    return readdir(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'its permissions forbid it'],
  ['EPERM', 'its permissions forbid it'],
  ['ELOOP', 'it is a link that leads to itself'],
  ['ENAMETOOLONG', 'its name is too long'],
])
