import { basename, dirname, resolve } from 'node:path'
import { visible } from '../../diagnostic/visible-text.ts'
import { attempt } from '../../output/attempt.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { replaceFiles } from '../../output/replace-files.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Session } from '../session.ts'
import { UserError } from '../user-error.ts'

/**
 * Writes a report, whole or not at all; the folders above it are made.
 * @throws UserError where a file of the spec, or something that is no file, stands there
 * @throws OutputError where the operating system refuses
 */
export function writeReport(
  { folder }: Session,
  { path, text }: { readonly path: string; readonly text: string },
  spec: readonly SourceFile[],
): void {
  const target = resolve(folder, path)
  if (spec.some((file) => resolve(folder, file.path) === target)) {
    throw new UserError(`no report is written to ${visible(path)}: that is a file of the spec`)
  }
  attempt(path, () => {
    const kind = nodeFileSystem.kindOf(target)
    if (kind === 'folder' || kind === 'other') {
      throw new UserError(
        `no report can be written to ${visible(path)}: it is ${kind === 'folder' ? 'a folder' : 'no plain file'}`,
      )
    }
    nodeFileSystem.makeFolder(dirname(target))
  })
  replaceFiles(dirname(target), [{ path: basename(target), text }], nodeFileSystem)
}
