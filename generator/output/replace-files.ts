import { attempt } from './attempt.ts'
import type { FileSystem } from './file-system.ts'
import { temporarySuffix } from './output-path.ts'

/**
 * Replaces files below a folder, each whole: all new texts are written beside them first, then put in place.
 * @throws OutputError where the operating system refuses.
 */
export function replaceFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
  fs: FileSystem,
): void {
  for (const { path, text } of files) attempt(path, () => writeTemporary(`${folder}/${path}`, text, fs))
  for (const { path } of files) attempt(path, () => renameTemporary(`${folder}/${path}`, fs))
}

/** Writes beside a path; what an earlier run left there goes first, so that a link is never followed. */
export function writeTemporary(path: string, text: string, fs: FileSystem): void {
  if (fs.kindOf(`${path}${temporarySuffix}`) !== 'missing') fs.remove(`${path}${temporarySuffix}`)
  fs.create(`${path}${temporarySuffix}`, text)
}

export function renameTemporary(path: string, fs: FileSystem): void {
  fs.rename(`${path}${temporarySuffix}`, path)
}
