import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../../output/hash.ts'
import { buildId } from '../build-id.ts'
import { packageFolder } from '../package-folder.ts'

let known: string | undefined

/**
 * All that decides what Stowage makes of a spec besides the spec: the Node.js that runs it, its own code, and the packages
 * that it needs, by their descriptions. @throws where the package cannot be read
 */
export function toolFingerprint(): string {
  known ??= sha256(
    [process.version, process.platform, process.arch, buildId ?? codeFingerprint(packageFolder, topFolder())].join(),
  )
  return known
}

/** That of a package's code. @param top the folder of the code, below that of the package */
export function codeFingerprint(folder: string, top: string): string {
  const description = readFileSync(join(folder, 'package.json'), 'utf8')
  const parts = [description]
  for (const name of dependenciesIn(description)) parts.push(name, descriptionOf(folder, name))
  const code = join(folder, top)
  const entries = readdirSync(code, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.toSorted()) parts.push(file.slice(code.length), sha256(readFileSync(file)))
  return sha256(JSON.stringify(parts))
}

/** Where this very module lies: among the sources or in the build. */
function topFolder(): string {
  const [top = ''] = relative(packageFolder, fileURLToPath(import.meta.url)).split(sep)
  return top
}

function dependenciesIn(description: string): readonly string[] {
  const data: unknown = JSON.parse(description)
  if (typeof data !== 'object' || data === null || !('dependencies' in data)) return []
  return Object.keys(data.dependencies ?? {})
}

/** The description of a package, which names its version; empty where it is not to be found, as in a build that holds all. */
function descriptionOf(folder: string, name: string): string {
  const places = ['node_modules', '..'].map((modules) => join(folder, modules, name, 'package.json'))
  const place = places.find((path) => statSync(path, { throwIfNoEntry: false }) !== undefined)
  return place === undefined ? '' : readFileSync(place, 'utf8')
}
