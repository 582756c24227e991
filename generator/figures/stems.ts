import { toCase } from '../base/casing.ts'

/** A kebab-case stem for each name, safe in paths and anchors and unique: names that fall together are numbered. */
export function stems(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const tries = new Map<string, number>()
  const result = new Map<string, string>()
  for (const name of names) {
    const kebab = toCase(name, 'kebab-case') || 'unnamed'
    let stem = kebab
    let number = tries.get(kebab) ?? 1
    while (taken.has(stem)) {
      number += 1
      stem = `${kebab}-${number}`
    }
    tries.set(kebab, number)
    taken.add(stem)
    result.set(name, stem)
  }
  return result
}
