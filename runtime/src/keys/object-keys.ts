import type { ObjectDescription } from '../description/entity.ts'
import { type KeyParameters, type KeyPath, keyPath } from './key-path.ts'

/**
 * The keys of one kind of object. Where records may have no tenant, a parameter `tenant` of null makes the shared key; a
 * missing one is refused.
 *
 * @param tenant the parameter that says whose it is; absent in a spec without tenancy
 */
export function objectKeys(object: ObjectDescription, tenant: string | undefined): KeyPath {
  const known = compiled.get(object)
  if (known !== undefined) return known
  const made = compile(object, tenant)
  compiled.set(object, made)
  return made
}

/** An object of one description has one parameter for the tenant. */
const compiled = new WeakMap<ObjectDescription, KeyPath>()

function compile({ name, path, sharedPath }: ObjectDescription, tenant: string | undefined): KeyPath {
  const own = keyPath(name, path)
  if (sharedPath === undefined || tenant === undefined) return own
  const shared = keyPath(name, sharedPath)
  return {
    build: (parameters) => (parameters[tenant] === null ? shared.build(parameters) : own.build(parameters)),
    parse(key): KeyParameters | undefined {
      const found = own.parse(key)
      if (found !== undefined) return found
      const common = shared.parse(key)
      return common === undefined ? undefined : { ...common, [tenant]: null }
    },
  }
}
