import { changedNames } from '../../base/recall/changes.ts'
import { sameItems } from '../../base/same-items.ts'
import type { Model, Reference } from '../model.ts'
import { sameMeaning } from './same-meaning.ts'

/** A list of a model, with what stands in it for what `resolve` made. */
interface Standing<T> {
  readonly items: readonly T[]
  readonly byName: ReadonlyMap<string, T>
}

/** A model in which what means the same as before is the very same object as before. Its spans may be those of then. */
export class Reconciled {
  /** For each thing that `resolve` made and another one stands for, that one. */
  readonly #standing = new WeakMap<object, object>()
  #before: { readonly made: Model; readonly model: Model } | undefined

  next(made: Model): Model {
    const before = this.#before
    const { model: known, made: madeBefore } = before ?? {}
    const domains = this.#list(made.domains, madeBefore?.domains, known?.domains, known?.byName.domains)
    const enums = this.#list(made.enums, madeBefore?.enums, known?.enums, known?.byName.enums)
    const types = this.#list(made.valueTypes, madeBefore?.valueTypes, known?.valueTypes, known?.byName.valueTypes)
    const mixins = this.#list(made.mixins, madeBefore?.mixins, known?.mixins, known?.byName.mixins)
    const entities = this.#list(made.entities, madeBefore?.entities, known?.entities, known?.byName.entities)
    const model = {
      ...made,
      project: this.#keep(made.project, known?.project),
      domains: domains.items,
      enums: enums.items,
      valueTypes: types.items,
      mixins: mixins.items,
      entities: entities.items,
      byName: {
        domains: domains.byName,
        enums: enums.byName,
        valueTypes: types.byName,
        mixins: mixins.byName,
        entities: entities.byName,
      },
      references:
        known !== undefined && entities.items === known.entities
          ? known.references
          : referencesOf(made, entities.byName, before),
    }
    this.#before = { made, model }
    return model
  }

  #list<T extends { readonly name: string }>(
    made: readonly T[],
    before: readonly T[] | undefined,
    known: readonly T[] | undefined,
    byName: ReadonlyMap<string, T> | undefined,
  ): Standing<T> {
    // Most are what was made before, in the same place: what stood for it stands for it still.
    const items = made.map((item, at) => {
      const standing = item === before?.[at] ? known?.[at] : undefined
      return standing ?? this.#keep(item, byName?.get(item.name))
    })
    return known !== undefined && byName !== undefined && sameItems(items, known)
      ? { items: known, byName }
      : { items, byName: new Map(items.map((item) => [item.name, item])) }
  }

  #keep<T extends object>(item: T, known: T | undefined): T {
    if (known === undefined || known === item) return item
    if (this.#standing.get(item) === known) return known
    if (!sameMeaning(known, item)) return item
    this.#standing.set(item, known)
    return known
  }
}

/** The references with the entities and fields that stand in the model now. */
function referencesOf(
  made: Model,
  entities: Model['byName']['entities'],
  before: { readonly made: Model; readonly model: Model } | undefined,
): Model['references'] {
  const nothing: Model['references'] = new Map()
  const [madeBefore, known] = [before?.made.references ?? nothing, before?.model.references ?? nothing]
  const { names, sameOrder } = changedNames(madeBefore, made.references)
  const references = new Map(sameOrder ? known : [])
  for (const target of sameOrder ? names : made.references.keys()) {
    const standing = known.get(target)
    const [all, allBefore] = [made.references.get(target) ?? [], madeBefore.get(target)]
    references.set(target, standing !== undefined && all === allBefore ? standing : listOf(all, allBefore, standing))
  }
  return references

  function listOf(
    all: readonly Reference[],
    allBefore: readonly Reference[] | undefined,
    standing: readonly Reference[] | undefined,
  ): readonly Reference[] {
    const list = all.map((reference, at) => {
      const same = reference === allBefore?.[at] ? standing?.[at] : undefined
      return same ?? standingReference(reference, entities)
    })
    const isSame =
      standing?.length === list.length &&
      list.every((reference, at) => {
        const other = standing[at]
        return other === reference || (other !== undefined && isSameReference(other, reference))
      })
    return isSame ? standing : list
  }
}

function standingReference(reference: Reference, entities: Model['byName']['entities']): Reference {
  const from = entities.get(reference.from.name) ?? reference.from
  if (from === reference.from) return reference
  const field = from[reference.part]?.fields.find(({ name }) => name === reference.field.name) ?? reference.field
  return { from, part: reference.part, field }
}

function isSameReference(a: Reference, b: Reference): boolean {
  return a.from === b.from && a.field === b.field && a.part === b.part
}
