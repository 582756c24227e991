import { relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { DocumentUri } from 'vscode-languageserver'

/** The path of a file on this machine; nothing for what lies elsewhere: an untitled text, a diff, a remote file. */
export function pathOfUri(uri: DocumentUri): string | undefined {
  if (!/^file:/i.test(uri)) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    // No path of this machine: a host is named, or an encoded slash stands in it.
    return undefined
  }
}

export function uriOfPath(path: string): DocumentUri {
  return pathToFileURL(path).href
}

/** A path as one relative to a folder, posix; nothing where it lies outside of it. */
export function pathWithin(folder: string, path: string): string | undefined {
  const inside = relative(folder, path)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || /^([A-Za-z]:|[\\/])/.test(inside))
    return undefined
  return inside.split(sep).join('/')
}
