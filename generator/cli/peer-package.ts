import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Where an optional package stands, from the project's own packages first: which version it is, is the project's
 * choice.
 * @param folder the project's folder, absolute
 * @param path the package's name, or a file of it: `mermaid/package.json`
 */
export function peerPath(folder: string, path: string): string | undefined {
  return resolvedFrom(join(folder, 'package.json'), path) ?? resolvedFrom(import.meta.url, path)
}

/** Where a package stands, as a file sees it that needs it itself; `undefined` where it does not. */
export function resolvedFrom(place: string, path: string): string | undefined {
  try {
    return createRequire(place).resolve(path)
  } catch {
    return undefined
  }
}

/** Imports an optional package, from the project's own packages first; `undefined` where it is not installed. */
export async function importPeer(folder: string, name: string): Promise<object | undefined> {
  const path = peerPath(folder, name)
  if (path === undefined) return undefined
  const module: unknown = await import(pathToFileURL(path).href)
  return typeof module === 'object' && module !== null ? module : undefined
}
