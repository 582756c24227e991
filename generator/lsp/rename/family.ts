import type { Model } from '../../model/model.ts'
import { namesAt, partsOfKey } from '../names.ts'
import type { FieldList } from './field-lists.ts'

/**
 * The keys of `Model.uses` that are renamed together: a field with those that take its place (an entity's own beats a
 * mixin's, under one name), and whatever shares its text by an alias of YAML. Renaming one alone would make two of one.
 */
export function familyOf(model: Model, key: string, lists: readonly FieldList[]): readonly string[] {
  const family = new Set([key])
  for (const member of family) {
    for (const span of model.uses.get(member) ?? []) {
      for (const shared of namesAt(model, span)) family.add(shared.key)
    }
    for (const relative of replacing(model, member, lists)) family.add(relative)
  }
  return [...family]
}

function replacing(model: Model, key: string, lists: readonly FieldList[]): readonly string[] {
  const { kind, owner, name } = partsOfKey(key)
  if (kind !== 'field') return []
  return lists
    .filter(({ owners }) => owners.includes(owner))
    .flatMap(({ owners }) => owners.map((other) => `field:${other}.${name}`))
    .filter((other) => model.uses.has(other))
}

/** The list in which a field would meet another of its new name, for people; nothing where the name is free. */
export function takenIn(
  model: Model,
  family: readonly string[],
  to: string,
  lists: readonly FieldList[],
): string | undefined {
  const owners = new Set(
    family.map((key) => partsOfKey(key)).flatMap(({ kind, owner }) => (kind === 'field' ? owner : [])),
  )
  const meeting = lists.find(
    (list) =>
      list.owners.some((owner) => owners.has(owner)) &&
      list.owners.some((owner) => model.uses.has(`field:${owner}.${to}`)),
  )
  return meeting?.title
}
