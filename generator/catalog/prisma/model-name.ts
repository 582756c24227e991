import { byCodeUnit } from '../../base/order.ts'
import { inPostgres } from '../../model/lookup.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { freeName } from './free-name.ts'
import { isRefusedModel } from './reserved.ts'

/** What an entity is called in Prisma: as in the spec, save where Prisma would refuse it. */
export function modelName(model: Model, entity: string): string {
  return renamed(model).get(entity) ?? entity
}

/** The entities that cannot keep their names. Compared without their case: the client has a property and a file for each. */
const renamed = indexing((model): ReadonlyMap<string, string> => {
  const names = inPostgres(model).map(({ name }) => name)
  const wished = new Set(names.map((name) => name.toLowerCase()))
  const kept = new Set<string>()
  const clashing: string[] = []
  for (const name of names.sort(byCodeUnit)) {
    const lower = name.toLowerCase()
    if (kept.has(lower) || isRefusedModel(lower, wished)) clashing.push(name)
    else kept.add(lower)
  }
  const given = new Map<string, string>()
  for (const name of clashing) {
    const chosen = freeName(`${name}_`, (candidate) => wished.has(candidate.toLowerCase()))
    wished.add(chosen.toLowerCase())
    given.set(name, chosen)
  }
  return given
})
