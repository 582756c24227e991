import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildCommand } from '../../scripts/build-command.ts'
import { type Ended, runProcess } from '../support/run-process.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

/** The command as it is published: bundled, in a package of its own, without its dependencies. */
export interface BuiltCommand extends Disposable {
  /** The package, absolute. */
  readonly path: string
  run(cwd: string, argv: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>
  /** What a run loads of the package, relative to `dist/`, in no order that counts. */
  modules(cwd: string, argv: readonly string[]): Promise<readonly string[]>
}

export async function builtCommand(): Promise<BuiltCommand> {
  const folder = new TemporaryFolder()
  const path = join(folder.path, 'node_modules/stowage')
  const main = join(path, 'dist/cli/main.js')
  mkdirSync(path, { recursive: true })
  cpSync('package.json', join(path, 'package.json'))
  symlinkSync(resolve('docs'), join(path, 'docs'))
  await buildCommand(join(path, 'dist'))
  const list = join(folder.path, 'loaded.mjs')
  writeFileSync(list, listing)
  const run: BuiltCommand['run'] = (cwd, argv, env = { PATH: process.env.PATH }) =>
    runProcess(process.execPath, [main, ...argv], { cwd, env })
  return {
    path,
    run,
    modules: async (cwd, argv) => {
      const { err } = await runProcess(process.execPath, ['--import', list, main, ...argv], {
        cwd,
        env: { PATH: process.env.PATH },
      })
      const loaded = err.split('\n').flatMap((line) => line.split('loaded: ')[1] ?? [])
      return loaded.flatMap((url) => url.split('/node_modules/stowage/dist/')[1] ?? []).sort()
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

/** Has Node.js name each module that it loads. */
const listing = `import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    writeSync(2, 'loaded: ' + url + '\\n')
    return next(url, context)
  },
})
`
