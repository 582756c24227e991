import { importPeer } from '../peer-package.ts'
import { UserError } from '../user-error.ts'

/**
 * Imports the npm client of a store, from the project's own packages first: which version it is, is the project's choice.
 * @param folder the project's folder, absolute
 * @throws UserError where it is not installed: `the package mongoose is not installed`, and how to install it
 */
export async function importClient(folder: string, name: string): Promise<object> {
  const module = await importPeer(folder, name)
  if (module !== undefined) return module
  throw new UserError(`the package ${name} is not installed`, `npm install --save-dev ${name}`)
}

/**
 * The value of the environment variable that the spec names.
 * @throws UserError where it is not set
 */
export function demandVariable(env: Readonly<Record<string, string | undefined>>, store: string, name: string): string {
  const value = env[name]
  if (value !== undefined && value !== '') return value
  throw new UserError(`the environment variable ${name} is not set: it says where ${store} is`)
}
