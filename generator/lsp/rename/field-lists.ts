import { entryOf, type SpecDocument, type SpecNode } from '../../front/node.ts'
import type { MixinRole } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'

/**
 * A list of fields in which a name means one field: a part of an entity, or a mixin with those that it uses. Its owners are
 * those of the keys of `Model.uses`, `Order.postgres` and `mixin.base_fields`.
 */
export interface FieldList {
  /** For people: `Order`. */
  readonly title: string
  readonly owners: readonly string[]
}

/** Every list of fields of a spec. What a mixin uses is read from the documents: the model has its fields already merged. */
export function fieldListsOf(model: Model, documents: Iterable<SpecDocument | undefined>): readonly FieldList[] {
  const used = mixinsUsed(documents)
  const carried = (mixin: string, role: MixinRole, into: Map<string, MixinRole>): Map<string, MixinRole> => {
    if (into.has(mixin)) return into
    const own = model.byName.mixins.get(mixin)?.role ?? 'plain'
    // What a mixin takes from a plain one is as its own.
    const taken = own === 'plain' ? role : own
    into.set(mixin, taken)
    for (const name of used.get(mixin) ?? []) carried(name, taken, into)
    return into
  }
  const ownersOf = (mixins: readonly string[], takes: (role: MixinRole) => boolean): readonly string[] => {
    const all = new Map<string, MixinRole>()
    for (const mixin of mixins) carried(mixin, 'plain', all)
    return [...all].flatMap(([name, role]) => (takes(role) ? [`mixin.${name}`] : []))
  }
  const ofMixins = model.mixins.map(({ name }) => ({ title: name, owners: ownersOf([name], () => true) }))
  const ofTypes = model.valueTypes.map(({ name }) => ({ title: name, owners: [`type.${name}`] }))
  const ofEntities = model.entities.flatMap(({ name, root, mixins }) =>
    (['postgres', 'mongo'] as const).map((store) => ({
      title: name,
      owners: [`${name}.${store}`, ...ownersOf(mixins, (role) => store === root || role === 'base')],
    })),
  )
  return [...ofMixins, ...ofTypes, ...ofEntities]
}

/** The names in the `use` of each mixin. */
function mixinsUsed(documents: Iterable<SpecDocument | undefined>): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, readonly string[]>()
  for (const document of documents) {
    for (const { key, value } of entriesOf(document?.root, 'mixins')) {
      const list = value.kind === 'map' ? entryOf(value, 'use')?.value : undefined
      const names = list?.kind === 'list' ? list.items : []
      used.set(
        key,
        names.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : [])),
      )
    }
  }
  return used
}

function entriesOf(root: SpecNode | undefined, section: string): readonly { key: string; value: SpecNode }[] {
  const node = root?.kind === 'map' ? entryOf(root, section)?.value : undefined
  return node?.kind === 'map' ? node.entries : []
}
