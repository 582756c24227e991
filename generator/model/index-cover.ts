import type { Index, Unique } from './keys.ts'
import type { PhysicalName } from './name.ts'
import type { Predicate } from './predicate.ts'
import type { Span } from '../source/source-file.ts'

/** An index that another index or unique makes superfluous. */
export interface Covered {
  readonly index: Index
  readonly by: { readonly kind: 'index' | 'unique'; readonly name: PhysicalName; readonly span: Span }
  /** Whether both have the very same fields; otherwise the other one begins with them and goes on. */
  readonly equal: boolean
}

interface Candidate {
  readonly kind: 'index' | 'unique'
  readonly name: PhysicalName
  readonly span: Span
  readonly keys: readonly string[]
  readonly predicate: string
}

/**
 * The indexes that serve no query which another index or unique with the same condition does not serve: the same fields
 * in the same order, or the first fields of a longer one. Of two equal indexes the later is named. A unique that holds
 * among live records only covers nothing: its index lacks the deleted ones. Linear in the number of indexed fields.
 */
export function coveredIndexes(part: {
  readonly indexes: readonly Index[]
  readonly uniques: readonly Unique[]
}): readonly Covered[] {
  const uniques = part.uniques.map(ofUnique)
  const indexes = part.indexes.map(ofIndex)
  const byPrefix = new Map<string, Candidate>()
  for (const candidate of [...uniques, ...indexes]) {
    for (let length = 1; length <= candidate.keys.length; length += 1) {
      const key = keyOf(candidate, length)
      const known = byPrefix.get(key)
      // The longest one wins, so that what is superfluous is never named as the reason for another.
      if (known === undefined || known.keys.length < candidate.keys.length) byPrefix.set(key, candidate)
    }
  }
  const seen = new Map<string, Candidate>()
  for (const unique of uniques) seen.set(keyOf(unique, unique.keys.length), unique)
  const found: Covered[] = []
  for (const [at, index] of part.indexes.entries()) {
    const candidate = indexes[at]
    if (candidate === undefined) continue
    const key = keyOf(candidate, candidate.keys.length)
    const equal = seen.get(key)
    const longer = byPrefix.get(key)
    if (equal !== undefined) found.push({ index, by: equal, equal: true })
    else if (longer !== undefined && longer.keys.length > candidate.keys.length) {
      found.push({ index, by: longer, equal: false })
    }
    if (equal === undefined) seen.set(key, candidate)
  }
  return found
}

/** Two uniques that promise the same: the later one with the earlier. */
export function repeatedUniques(uniques: readonly Unique[]): readonly { readonly unique: Unique; readonly first: Unique }[] {
  const seen = new Map<string, Unique>()
  const found: { unique: Unique; first: Unique }[] = []
  for (const unique of uniques) {
    const key = `${[...unique.fields].sort().join(',')}\0${ofUnique(unique).predicate}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, unique)
    else found.push({ unique, first })
  }
  return found
}

function ofUnique(unique: Unique): Candidate {
  const live = unique.deleted === 'ignored' ? 'live ' : ''
  const keys = unique.fields.map((field) => `${field} asc`)
  return { kind: 'unique', name: unique.name, span: unique.span, keys, predicate: live + predicateText(unique.where) }
}

function ofIndex(index: Index): Candidate {
  const keys = index.fields.map(({ field, order }) => `${field} ${order}`)
  return { kind: 'index', name: index.name, span: index.span, keys, predicate: predicateText(index.where) }
}

function keyOf(candidate: Candidate, length: number): string {
  return `${candidate.keys.slice(0, length).join(',')}\0${candidate.predicate}`
}

/** One text for each set of conditions, whatever their order. */
function predicateText(predicate: Predicate): string {
  return predicate
    .map((condition) => JSON.stringify(condition))
    .sort()
    .join(' ')
}
