import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../user-error.ts'

/** A file in each site that Stowage made: only what has it is ever replaced. */
const markerFile = '.stowage-site'

const marker = 'This folder was made by `stowage docs`, which replaces it as a whole.\n'

/**
 * The folder that becomes the site.
 * @throws UserError where it holds anything that is not a site of ours, or the project itself
 */
export function demandOut(project: string, wish: string): string {
  const out = resolve(project, wish)
  const within = relative(out, project)
  if (within === '' || (!within.startsWith(`..${sep}`) && within !== '..' && resolve(within) !== within)) {
    throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: the project itself lies there`)
  }
  const stat = statSync(out, { throwIfNoEntry: false })
  if (stat === undefined) return out
  if (!stat.isDirectory()) throw new UserError(`the site cannot be written to ${JSON.stringify(wish)}: it is a file`)
  if (readdirSync(out).length === 0 || existsSync(join(out, markerFile))) return out
  throw new UserError(
    `the folder ${JSON.stringify(wish)} holds files that are not of a site made by Stowage, so nothing was written`,
    'name an empty folder, or one that does not exist yet',
  )
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
