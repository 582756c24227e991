import type { Field } from './field.ts'
import type { Index, Unique } from './keys.ts'
import type { MongoPart } from './mongo.ts'

/**
 * What keys and indexes of a part name, their conditions and the search of texts included: the store compares it. Whether there
 * is a value, it sees of ciphertext too.
 */
export function comparedIn({
  uniques,
  indexes,
  textIndex,
}: {
  readonly uniques: readonly Unique[]
  readonly indexes: readonly Index[]
  readonly textIndex?: MongoPart['textIndex']
}): ReadonlySet<string> {
  const conditions = [...uniques, ...indexes].flatMap(({ where }) => where)
  return new Set([
    ...uniques.flatMap(({ fields }) => fields),
    ...indexes.flatMap(({ fields }) => fields.map(({ field }) => field)),
    ...conditions.flatMap(({ field, is }) => (is === 'equal' || is === 'in' ? [field] : [])),
    ...(textIndex?.weights ?? []).map(({ field }) => field),
  ])
}

/**
 * Whether the data layer keeps a field as ciphertext, and of a shape whether it would have to, which it cannot. A secret that the
 * store must find, compare or check by its characters stays as it is: such a one is a digest.
 *
 * @param compared the fields of its part that the store compares; none of a shape's are
 */
export function isEncrypted(
  { name, type, classify, list, lookup, pattern }: Field,
  compared?: ReadonlySet<string>,
): boolean {
  if (classify !== 'secret' || list || lookup !== undefined || pattern !== undefined) return false
  if (compared?.has(name) === true) return false
  return type.kind === 'scalar' && (type.scalar === 'string' || type.scalar === 'text')
}
