import { sameItems } from '../../base/same-items.ts'
import type { Model, Reference } from '../model.ts'
import { sameMeaning } from './same-meaning.ts'

/** A model in which what means the same as before is the very same object as before. Its spans may be those of then. */
export class Reconciled {
  /** For each thing that `resolve` made, the one that stands for it. */
  readonly #standing = new WeakMap<object, object>()
  #before: Model | undefined

  next(now: Model): Model {
    const before = this.#before
    const keep = <T extends object>(item: T, known: T | undefined): T => this.#keep(item, known)
    const list = <T extends { readonly name: string }>(
      items: readonly T[],
      known: { readonly items: readonly T[]; readonly byName: ReadonlyMap<string, T> } | undefined,
    ): readonly T[] => {
      const kept = items.map((item) => keep(item, known?.byName.get(item.name)))
      return known !== undefined && sameItems(kept, known.items) ? known.items : kept
    }
    const domains = list(now.domains, before && { items: before.domains, byName: before.byName.domains })
    const enums = list(now.enums, before && { items: before.enums, byName: before.byName.enums })
    const valueTypes = list(now.valueTypes, before && { items: before.valueTypes, byName: before.byName.valueTypes })
    const mixins = list(now.mixins, before && { items: before.mixins, byName: before.byName.mixins })
    const entities = list(now.entities, before && { items: before.entities, byName: before.byName.entities })
    const byName = {
      domains: mapOf(domains, before?.domains, before?.byName.domains),
      enums: mapOf(enums, before?.enums, before?.byName.enums),
      valueTypes: mapOf(valueTypes, before?.valueTypes, before?.byName.valueTypes),
      mixins: mapOf(mixins, before?.mixins, before?.byName.mixins),
      entities: mapOf(entities, before?.entities, before?.byName.entities),
    }
    const references =
      before !== undefined && entities === before.entities
        ? before.references
        : referencesOf(now, byName.entities, before)
    this.#before = {
      ...now,
      project: keep(now.project, before?.project),
      domains,
      enums,
      valueTypes,
      mixins,
      entities,
      byName,
      references,
    }
    return this.#before
  }

  #keep<T extends object>(item: T, known: T | undefined): T {
    if (known === undefined) return item
    if (this.#standing.get(item) === known || sameMeaning(known, item)) {
      this.#standing.set(item, known)
      return known
    }
    return item
  }
}

function mapOf<T extends { readonly name: string }>(
  items: readonly T[],
  before: readonly T[] | undefined,
  byName: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  return byName !== undefined && items === before ? byName : new Map(items.map((item) => [item.name, item]))
}

/** The references with the entities and fields that stand in the model now. */
function referencesOf(
  now: Model,
  entities: Model['byName']['entities'],
  before: Model | undefined,
): Model['references'] {
  const references = new Map<string, readonly Reference[]>()
  for (const [target, all] of now.references) {
    const standing = all.map((reference): Reference => {
      const from = entities.get(reference.from.name) ?? reference.from
      if (from === reference.from) return reference
      const field = from[reference.part]?.fields.find(({ name }) => name === reference.field.name) ?? reference.field
      return { from, part: reference.part, field }
    })
    const known = before?.references.get(target)
    const isSame =
      known?.length === standing.length &&
      standing.every(({ field, from, part }, at) => {
        const other = known[at]
        return other?.from === from && other.field === field && other.part === part
      })
    references.set(target, isSame ? known : standing)
  }
  return references
}
