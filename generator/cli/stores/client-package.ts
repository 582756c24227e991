import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UserError } from '../user-error.ts'

/**
 * Imports the npm client of a store, from the project's own packages first: which version it is, is the project's choice.
 * @param folder the project's folder, absolute
 * @throws UserError where it is not installed: `the package mongoose is not installed`, and how to install it
 */
export async function importClient(folder: string, name: string): Promise<object> {
  const places = [join(folder, 'package.json'), import.meta.url]
  for (const place of places) {
    const path = resolved(place, name)
    if (path === undefined) continue
    const module: unknown = await import(pathToFileURL(path).href)
    if (typeof module === 'object' && module !== null) return module
  }
  throw new UserError(`the package ${name} is not installed`, `npm install --save-dev ${name}`)
}

function resolved(place: string, name: string): string | undefined {
  try {
    return createRequire(place).resolve(name)
  } catch {
    return undefined
  }
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
