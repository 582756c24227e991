import { dirname, join, sep } from 'node:path'
import { magic } from '../../front/load/include.ts'
import type { LoadedSpec } from '../../front/load.ts'
import { ruleFilesOf } from '../../front/rule-files.ts'
import { watchedRuleFiles } from '../custom-rules/load.ts'
import { usualProjectFiles } from '../project-file.ts'
import type { Session } from '../session.ts'
import { foldersAbove, foldersBelow } from './watch-folders.ts'

/**
 * The folders in which a change may change what a spec says: those of all paths that were asked for, those in which a glob
 * may find more, those of the project's own rules, and all above them up to the project's, since a folder may go and come
 * again. Absolute.
 *
 * @param asked paths and globs, relative to the project's folder
 * @param output the folder of the output, in which no file of a spec lies
 */
export function specFolders(
  { config, folder }: Session,
  asked: Iterable<string>,
  loaded: LoadedSpec | undefined,
  output: string | undefined,
): ReadonlySet<string> {
  const rules = ruleFilesOf(loaded?.parsed ?? new Map()).map(({ pattern, span }) =>
    join(dirname(span.file.path), pattern),
  )
  const usual = config === undefined ? usualProjectFiles : [config]
  const folders = new Set<string>()
  for (const path of [...usual, ...asked, ...rules].map((each) => join(folder, each))) {
    for (const below of foldersOfGlob(path, output)) folders.add(below)
    for (const above of foldersAbove(path, folder)) if (!magic.test(above.slice(folder.length))) folders.add(above)
  }
  for (const path of watchedRuleFiles(folder)) folders.add(dirname(path))
  return new Set([...folders].filter((path) => path !== output && !path.startsWith(`${output}${sep}`)))
}

/** The folders below the one in which a glob starts, where it goes further down. */
function foldersOfGlob(path: string, output: string | undefined): readonly string[] {
  const segments = path.split(sep)
  const first = segments.findIndex((segment) => magic.test(segment))
  return first === -1 || first === segments.length - 1 ? [] : foldersBelow(segments.slice(0, first).join(sep), output)
}
