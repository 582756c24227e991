import { readFileSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import { byCodeUnit } from '../../base/order.ts'
import { largestFile, type RawFile } from '../../foreign/raw-file.ts'
import { UserError } from '../user-error.ts'

/**
 * Reads the files that were asked for: files, folders (all files in them that end so) and globs, in the order in which they
 * were named, each once. Those of one folder or glob are sorted, numbers by their value: `V2__x.sql` before `V10__y.sql`.
 *
 * @param folder what the names are relative to, and the paths of the files found
 * @throws UserError where a name or a glob matches nothing
 */
export function findFiles(folder: string, asked: readonly string[], ending: '.prisma' | '.sql'): readonly RawFile[] {
  const found = new Map<string, RawFile>()
  for (const name of asked) {
    const paths = matchesOf(folder, name, ending)
    if (paths.length === 0) throw new UserError(`no file matches ${JSON.stringify(name)}`, hintFor(name, ending))
    for (const path of paths) {
      if (found.has(path)) continue
      const shown = relative(folder, path).split(sep).join('/')
      found.set(path, { path: shown, ...contentOf(path) })
    }
  }
  return [...found.values()]
}

/** A file that is too large is not read into memory, only to be refused. */
function contentOf(path: string): Omit<RawFile, 'path'> {
  const { size } = statSync(path)
  return size > largestFile ? { bytes: new Uint8Array(), excess: size } : { bytes: readFileSync(path) }
}

/** Absolute, sorted. */
function matchesOf(folder: string, name: string, ending: string): readonly string[] {
  const path = resolve(folder, name)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isFile() === true) return [path]
  const isFolder = stats?.isDirectory() === true
  const found = globSync(isFolder ? `**/*${ending}` : name, {
    cwd: isFolder ? path : folder,
    ignore: ['**/node_modules/**'],
    onlyFiles: true,
    expandDirectories: false,
    absolute: true,
  })
  return found.map((each) => resolve(each)).sort(byNumbers)
}

/** Digits count as the number that they write. */
const collator = new Intl.Collator('en', { numeric: true })

function byNumbers(a: string, b: string): number {
  const [first, second] = [a.split(/(\d+)/), b.split(/(\d+)/)]
  for (let at = 0; at < Math.min(first.length, second.length); at += 1) {
    const [left = '', right = ''] = [first[at], second[at]]
    // What a split by numbers gives is text and number by turns.
    const order = at % 2 === 1 ? collator.compare(left, right) : byCodeUnit(left, right)
    if (order !== 0) return order
  }
  return first.length - second.length || byCodeUnit(a, b)
}

function hintFor(name: string, ending: string): string {
  return /[*?{[]/.test(name)
    ? "globs are relative to the project's folder; quote them, so that the shell leaves them alone"
    : `name a file, a folder that holds files ending in ${ending}, or a glob`
}
