import { existsSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { OutputError } from './output-error.ts'

/**
 * The absolute folder of the output: `root` of the project file, below the project's folder. Links are resolved first,
 * since a spec from elsewhere must not lead Stowage to write outside the project.
 * @throws OutputError where it lies outside.
 */
export function outputRoot(projectFolder: string, root: string): string {
  const folder = resolve(projectFolder, root)
  const within = relative(realpathSync(projectFolder), realPath(folder))
  if (within === '..' || within.startsWith(`..${sep}`) || resolve(within) === within) {
    throw new OutputError(`the output's root ${JSON.stringify(root)} leads out of the project's folder`)
  }
  return folder
}

/** The real path of what need not exist yet: that of its nearest folder that does, and the rest. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : resolve(realPath(parent), relative(parent, path))
}
