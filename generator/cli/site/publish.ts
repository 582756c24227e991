import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../user-error.ts'

/** A file in each site that Stowage made: only what has it is ever replaced. */
export const markerFile = '.stowage-site'

const marker = 'This folder was made by `stowage docs`, which replaces it as a whole.\n'

/**
 * The folder that becomes the site.
 * @throws UserError where it holds anything that is not a site of ours, or the project itself
 */
export function demandOut(project: string, wish: string): string {
  const out = resolve(project, wish)
  if (isWithin(project, out)) {
    throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: the project itself lies there`)
  }
  if (isWithin(out, join(project, '.stowage'))) {
    throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: that folder is for making it`)
  }
  const stat = statOf(out, wish)
  if (stat === undefined) return out
  if (!stat.isDirectory()) throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: it is a file`)
  if (existsSync(join(out, '.git'))) {
    throw new UserError(
      `the folder ${JSON.stringify(wish)} is a checkout of Git, which would be lost with what it holds`,
      'build the site elsewhere and copy it there',
    )
  }
  if (readdirSync(out).length === 0 || existsSync(join(out, markerFile))) return out
  throw new UserError(
    `the folder ${JSON.stringify(wish)} holds files that are not of a site made by Stowage, so nothing was written`,
    'name an empty folder, or one that does not exist yet',
  )
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** What stands at the place of the site, and whether a folder can stand there at all. */
function statOf(out: string, wish: string): Stats | undefined {
  const stat = statSync(out, { throwIfNoEntry: false })
  if (stat !== undefined) return stat
  let above = dirname(out)
  while (lstatSync(above, { throwIfNoEntry: false }) === undefined) above = dirname(above)
  if (statSync(above, { throwIfNoEntry: false })?.isDirectory() === true) return undefined
  throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: ${JSON.stringify(above)} is no folder`)
}

/** Puts a finished site in place of the one before: two renames, so that no reader sees half of it. */
export function publish(made: string, out: string): void {
  writeFileSync(join(made, markerFile), marker)
  mkdirSync(dirname(out), { recursive: true })
  const old = `${out}.stowage-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(out)) renameSync(out, old)
  renameSync(made, out)
  rmSync(old, { recursive: true, force: true })
}
