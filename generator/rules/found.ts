import type { Model } from '../model/model.ts'

const found = new WeakMap<Model, Set<string>>()

/** Where `lint` notes the codes of rules that have something to say of a model, whatever becomes of it. */
export function findingsOf(model: Model): Set<string> {
  const codes = new Set<string>()
  found.set(model, codes)
  return codes
}

/** The codes of the rules that had something to say of a model, of those that are on somewhere; undefined where it was not linted. */
export function foundIn(model: Model): ReadonlySet<string> | undefined {
  return found.get(model)
}
