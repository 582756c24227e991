import { existsSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { createFactories } from '../../../runtime/src/factories/factories.ts'
import type { ProviderOptions } from '../../../runtime/src/provider/options.ts'
import type { PlainProvider, Provider } from '../../../runtime/src/provider/provider.ts'
import type { Model } from '../../model/model.ts'
import { resolvedFrom } from '../peer-package.ts'
import type { Session } from '../session.ts'
import { UserError } from '../user-error.ts'

/** The client of a scope, of which a command knows no more than its spec says. */
export type Db = Readonly<Record<string, unknown>>

export type LoadedProvider = Provider<Db, Db, Db> & PlainProvider<Db>

/** The data layer that was generated for the project. */
export interface LoadedPackage {
  readonly createProvider: (options: ProviderOptions) => LoadedProvider
  readonly createFactories: typeof createFactories
}

/**
 * Loads what `npm run build` made of the generated package, and the runtime that the package itself uses.
 *
 * @throws UserError where it is not built, or its packages are not installed
 */
export async function loadPackage(session: Session, model: Model): Promise<LoadedPackage> {
  const folder = join(session.folder, model.project.output.root, 'provider-db')
  const shown = relative(session.folder, folder)
  const main = join(folder, 'dist/index.js')
  if (!existsSync(main)) throw notBuilt(shown)
  const testing = resolvedFrom(join(realpathSync(folder), 'package.json'), '@stowage/runtime/testing')
  if (testing === undefined) throw notInstalled(shown)
  const [own, factories] = await Promise.all([imported(main, shown), imported(testing, shown)])
  const { createProvider } = own
  const { createFactories: create } = factories
  if (typeof createProvider !== 'function' || typeof create !== 'function') throw notBuilt(shown)
  // What generated code and its runtime export under these names.
  return { createProvider, createFactories: create } as LoadedPackage
}

async function imported(path: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(path).href)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') throw notInstalled(shown)
    throw error
  }
}

function notBuilt(folder: string): UserError {
  return new UserError(
    `${folder} is not built`,
    `Run \`stowage generate\`, then \`npm install\` and \`npm run build\` in ${folder}.`,
  )
}

function notInstalled(folder: string): UserError {
  return new UserError(`packages that ${folder} needs are not installed`, `Run \`npm install\` in ${folder}.`)
}
