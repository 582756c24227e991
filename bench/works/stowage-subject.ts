import { join } from 'node:path'
import { dialects } from '../model/dialects.ts'
import type { Model } from '../model/model.ts'
import type { WrittenFile } from '../model/written-file.ts'
import { InputFolder } from '../runner/input-folder.ts'
import type { Measuring, Subject } from '../runner/measure.ts'
import { mustRun, runOnce } from '../runner/run-once.ts'
import type { Lab } from '../runner/work.ts'

/** A command of Stowage on the spec of a model, cold: nothing of an earlier run is in the folder. */
export function coldStowage(lab: Lab, model: Model, args: readonly string[], name: string = said(args)): Subject {
  const input = new InputFolder(join(lab.folder, name), dialects.stowage(model))
  const product = join(input.path, 'generated/provider-db/sql/schema.sql')
  return {
    name,
    command: [...lab.stowage, ...args],
    cwd: input.path,
    prepare: () => input.clean(),
    ...(args.includes('generate') ? { product } : {}),
  }
}

/** A command of Stowage in a folder in which `generate` has run and nothing has changed since. */
export function warmStowage(
  lab: Lab,
  spec: readonly WrittenFile[],
  args: readonly string[],
  { cap, scratch }: Pick<Measuring, 'cap' | 'scratch'>,
): Subject {
  const input = new InputFolder(join(lab.folder, `warm ${args.join(' ')}`), spec)
  return {
    name: `${said(args)}, nothing changed`,
    command: [...lab.stowage, ...args],
    cwd: input.path,
    setUp: async () => {
      mustRun(await runOnce({ command: [...lab.stowage, 'generate'], cwd: input.path }, cap, scratch))
    },
  }
}

export function emptyNode({ folder }: Lab): Subject {
  return { name: 'empty node', command: [process.execPath, '-e', ''], cwd: folder }
}

function said(args: readonly string[]): string {
  return ['stowage', ...args].join(' ')
}
