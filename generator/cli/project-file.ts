import { statSync } from 'node:fs'
import { basename, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Session } from './session.ts'
import { UserError } from './user-error.ts'

/** Where a project file is looked for, relative to the project's folder. */
export const usualProjectFiles = ['spec/stowage.yaml', 'stowage.yaml'] as const

/** The project file, posix and relative to the project's folder; `undefined` where none was named and none is found. */
export function findProjectFile({ folder, config, io }: Session): string | undefined {
  if (config === undefined) {
    const found = usualIn(folder)
    if (found === 'stowage.yaml' && basename(folder) === 'spec' && folder === resolve(io.cwd)) {
      throw new UserError(
        'this is the folder of a spec, and its output would land in it',
        'run it one folder up: stowage --cwd .. <command>',
      )
    }
    return found
  }
  const path = relative(folder, resolve(folder, config))
  if (path.split(sep)[0] === '..' || isAbsolute(path)) {
    throw new UserError(
      `the project file ${JSON.stringify(config)} lies outside the project's folder`,
      'name the folder too: stowage --cwd <folder> --config <file in it>',
    )
  }
  if (!isFile(resolve(folder, config))) throw new UserError(`there is no project file ${JSON.stringify(config)}`)
  return path.split(sep).join('/')
}

/** The same, for commands that cannot do without one. */
export function projectFile(session: Session): string {
  const path = findProjectFile(session)
  if (path !== undefined) return path
  throw new UserError(
    `there is no spec here: neither ${usualProjectFiles.join(' nor ')} exists`,
    wayUp(session.folder) ?? 'stowage init makes a small one; --cwd and --config name another place',
  )
}

/** The project file of a folder, in one of the usual places. */
export function usualIn(folder: string): string | undefined {
  return usualProjectFiles.find((path) => isFile(resolve(folder, path)))
}

/** The nearest folder above that holds a project: a command may have been run somewhere below it. */
function wayUp(folder: string): string | undefined {
  for (let up = '..'; resolve(folder, up) !== resolve(folder, up, '..'); up = `${up}/..`) {
    if (usualIn(resolve(folder, up)) !== undefined)
      return `the nearest project is in ${up}: stowage --cwd ${up} <command>`
  }
  return undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
