import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Session } from '../session.ts'

/**
 * The project's folder as seen from the folder of its repository, with a slash at its end; empty where they are one or where
 * there is none. A server that shows findings in the code knows its files by their paths in the repository.
 */
export function repositoryPrefix({ folder, io }: Session): string {
  const root = [io.env.GITHUB_WORKSPACE, io.env.CI_PROJECT_DIR].find((path) => holds(path, folder)) ?? checkout(folder)
  const within = root === undefined ? '' : relative(root, folder)
  return within === '' ? '' : `${within.split(sep).join('/')}/`
}

/** The nearest folder that Git keeps: in a linked work tree `.git` is a file. */
export function checkout(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : checkout(above)
}

function holds(root: string | undefined, folder: string): boolean {
  if (root === undefined || !isAbsolute(root)) return false
  const within = relative(root, folder)
  return within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within)
}
