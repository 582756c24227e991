import type { Field } from './field.ts'
import type { Index, Unique } from './keys.ts'

/** What keys and indexes of a part name: the store compares it. */
export function comparedIn(part: {
  readonly uniques: readonly Unique[]
  readonly indexes: readonly Index[]
}): ReadonlySet<string> {
  return new Set([
    ...part.uniques.flatMap(({ fields }) => fields),
    ...part.indexes.flatMap(({ fields }) => fields.map(({ field }) => field)),
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
