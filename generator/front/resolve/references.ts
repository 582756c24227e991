import { byCodeUnit } from '../../base/order.ts'
import { type Gift, Groups } from '../../base/recall/groups.ts'
import type { Entity } from '../../model/entity.ts'
import type { Model, Reference } from '../../model/model.ts'

/** `Model.references` of one model after another: a list in which nothing changed is the very same. */
export class References {
  readonly #groups = new Groups<Entity, Reference>(referencesIn, (a, b) => byCodeUnit(a.name, b.name))
  #now: ReadonlyMap<string, readonly Reference[]> = new Map()

  /** @param entities by name */
  turnTo(entities: readonly Entity[]): Model['references'] {
    const changed = this.#groups.turnTo(entities)
    const isSameTargets = [...changed].every(
      (target) => this.#now.has(target) === (this.#groups.get(target) !== undefined),
    )
    const now = new Map(isSameTargets ? this.#now : [])
    for (const target of isSameTargets ? changed : this.#targets()) {
      const all = this.#groups.get(target)
      if (all !== undefined) now.set(target, all)
    }
    this.#now = now
    return now
  }

  /** In one order, whichever was referred to first. */
  #targets(): readonly string[] {
    return [...this.#groups.names()].sort(byCodeUnit)
  }
}

function referencesIn(from: Entity): readonly Gift<Reference>[] {
  return (['postgres', 'mongo'] as const).flatMap((part) =>
    (from[part]?.fields ?? []).flatMap((field) =>
      field.type.kind === 'ref' ? [{ group: field.type.entity, part: { from, part, field } }] : [],
    ),
  )
}
