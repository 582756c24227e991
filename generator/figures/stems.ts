import { toCase } from '../base/casing.ts'
import { sameItems } from '../base/same-items.ts'
import { type ModelMemory, memoryOf } from '../model/memory/model-memory.ts'
import { indexing } from '../model/memory/traced-maps.ts'
import type { Model } from '../model/model.ts'

/** A kebab-case stem for each name, safe in paths and anchors and unique: names that fall together are numbered. */
export function stems(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const tries = new Map<string, number>()
  const result = new Map<string, string>()
  for (const name of names) {
    const kebab = toCase(name, 'kebab-case') || 'unnamed'
    let stem = kebab
    if (taken.has(stem)) {
      let number = tries.get(kebab) ?? 1
      while (taken.has(stem)) {
        number += 1
        stem = `${kebab}-${number}`
      }
      tries.set(kebab, number)
    }
    taken.add(stem)
    result.set(name, stem)
  }
  return result
}

const latest = new WeakMap<
  ModelMemory,
  { readonly names: readonly string[]; readonly map: ReadonlyMap<string, string> }
>()

/** The stems of all entities, which name their files; made once, and again only where entities come or go. */
export const entityStems: (model: Model) => ReadonlyMap<string, string> = indexing((model) => {
  const names = model.entities.map(({ name }) => name)
  const memory = memoryOf(model)
  const known = memory && latest.get(memory)
  if (known !== undefined && sameItems(known.names, names)) return known.map
  const map = stems(names)
  if (memory !== undefined) latest.set(memory, { names, map })
  return map
})
