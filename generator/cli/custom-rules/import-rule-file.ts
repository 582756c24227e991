import { registerHooks } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The query by which an import of a rule file, and whatever it imports by a relative path, is told from an earlier one. */
const query = 'stowage-rules'

/** What rule files may import of Stowage: always from the Stowage that runs them, wherever and however it is installed. */
const entries: ReadonlyMap<string, string> = new Map(
  ['rules', 'testing'].map((name) => {
    const own = new URL(import.meta.url)
    return [`stowage/${name}`, new URL(`../../api/${name}${extname(own.pathname)}`, own).href]
  }),
)

const modules = /\.m?[jt]s$/
const imported = new Map<string, Set<string>>()
let version = 0

/** A module that was imported, or why it could not be. */
export interface ImportedFile {
  readonly module?: Readonly<Record<string, unknown>>
  readonly error?: unknown
  /** The file and all that it imports by relative paths, absolute, as far as they were reached. */
  readonly files: readonly string[]
}

/**
 * Imports a file anew, and what it imports by relative paths; packages stay as they were first imported. Each is an ES module
 * whatever the nearest package.json says, and read as TypeScript, JavaScript too: Node.js tells the line of a syntax error
 * only there. Node.js never forgets a module, so that a process holds every version of each file that it has imported.
 *
 * Its own file, and free of the rest of Stowage, so that tests can have it imported by Node.js itself.
 *
 * @param path absolute
 * @param patience in milliseconds: a module may wait, and for ever
 */
export async function importRuleFile(path: string, patience: number = 10_000): Promise<ImportedFile> {
  if (version === 0) registerHooks({ resolve })
  version += 1
  // Its own, since others may be imported while this one is waited for.
  const own = String(version)
  const files = new Set([path])
  imported.set(own, files)
  try {
    const url = `${pathToFileURL(path).href}?${query}=${own}`
    const module: unknown = await within(patience, import(url))
    return { module: { ...(typeof module === 'object' ? module : {}) }, files: [...files] }
  } catch (error) {
    return { error, files: [...files] }
  } finally {
    imported.delete(own)
  }
}

/** @throws Error where a promise is not settled in time */
async function within<T>(patience: number, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`it is not done after ${patience / 1000} s`)), patience)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

type Resolve = NonNullable<Parameters<typeof registerHooks>[0]['resolve']>

function resolve(...[specifier, context, next]: Parameters<Resolve>): ReturnType<Resolve> {
  const entry = entries.get(specifier)
  if (entry !== undefined) return { url: entry, shortCircuit: true }
  const own = versionOf(specifier) ?? versionOf(context.parentURL)
  if (own === undefined || !/^(\.|file:)/.test(specifier)) return next(specifier, context)
  const asked = new URL(specifier, context.parentURL)
  asked.search = ''
  // Noted before it is known to be there: once it is made, the rule file is to be imported again.
  imported.get(own)?.add(fileURLToPath(asked))
  const resolved = next(specifier, context)
  const url = new URL(resolved.url)
  url.searchParams.set(query, own)
  return { ...resolved, url: url.href, ...(modules.test(url.pathname) ? { format: 'module-typescript' } : {}) }
}

function versionOf(url: string | undefined): string | undefined {
  return /^file:.*[?&]stowage-rules=(\d+)$/.exec(url ?? '')?.[1]
}
