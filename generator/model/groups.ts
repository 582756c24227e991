import { sameItems } from '../base/same-items.ts'
import type { Entity } from './entity.ts'
import { type ModelMemory, memoryOf } from './memory/model-memory.ts'
import { recalling } from './memory/recalling.ts'
import type { Domain, Model } from './model.ts'

type Lists = ReadonlyMap<string, readonly Entity[]>

interface Groups {
  readonly domains: Lists
  readonly runs: Lists
}

/** The entities of each domain that has any, by the domain's name, in the order of the entities. */
export function entitiesByDomain(model: Model): Lists {
  return groupsOf(model).domains
}

const made = new WeakMap<readonly Entity[], Groups>()
const latest = new WeakMap<ModelMemory, Groups>()

/** Where a spec is followed from edit to edit, a list of the same entities as before is the very same list. */
function groupsOf(model: Model): Groups {
  const { entities } = model
  const known = made.get(entities)
  if (known !== undefined) return known
  const memory = memoryOf(model)
  const before = memory && latest.get(memory)
  const groups = {
    domains: kept(byDomain(entities), before?.domains),
    runs: kept(inRuns(entities), before?.runs),
  }
  made.set(entities, groups)
  if (memory !== undefined) latest.set(memory, groups)
  return groups
}

function kept(lists: Lists, before: Lists | undefined): Lists {
  if (before === undefined) return lists
  const standing = new Map<string, readonly Entity[]>()
  for (const [name, list] of lists) {
    const known = before.get(name)
    standing.set(name, known !== undefined && sameItems(known, list) ? known : list)
  }
  return standing
}

function byDomain(entities: readonly Entity[]): Lists {
  const found = new Map<string, Entity[]>()
  for (const entity of entities) {
    const own = found.get(entity.domain)
    if (own === undefined) found.set(entity.domain, [entity])
    else own.push(entity)
  }
  return found
}

/** All in their order, in runs of some thirty; by the name of the first of each. */
function inRuns(entities: readonly Entity[]): Lists {
  const runs = new Map<string, Entity[]>()
  let run: Entity[] = []
  for (const entity of entities) {
    if (run.length === 0 || beginsRun(entity.name)) {
      run = []
      runs.set(entity.name, run)
    }
    run.push(entity)
  }
  return runs
}

/** By the name alone, so that an entity that comes or goes changes no run but its own. */
function beginsRun(name: string): boolean {
  let sum = 0
  for (let at = 0; at < name.length; at += 1) sum = (sum * 31 + name.charCodeAt(at)) % 32_749
  return sum % 32 === 0
}

/**
 * Work on all entities in their order, a few at a time; where a spec is followed from edit to edit, it is done again for those
 * few only among which something changed. What else decides its result must be among the inputs, or be read within it.
 */
export function recallingRuns<T>(): (
  model: Model,
  inputs: readonly unknown[],
  work: (entities: readonly Entity[]) => T,
) => readonly T[] {
  const recalled = recalling<T>()
  return (model, inputs, work) => {
    const results: T[] = []
    for (const [first, run] of groupsOf(model).runs)
      results.push(recalled(model, first, [run, ...inputs], () => work(run)))
    return results
  }
}

/** The same by domain, in the order of the domains: of those that have entities. */
export function recallingDomains<T>(): (
  model: Model,
  inputs: readonly unknown[],
  work: (entities: readonly Entity[], domain: Domain) => T,
) => readonly T[] {
  const recalled = recalling<T>()
  return (model, inputs, work) => {
    const entities = groupsOf(model).domains
    const results: T[] = []
    for (const domain of model.domains) {
      const own = entities.get(domain.name)
      if (own === undefined) continue
      results.push(recalled(model, domain.name, [domain, own, ...inputs], () => work(own, domain)))
    }
    return results
  }
}
