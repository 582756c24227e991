import { by } from '../base/order.ts'
import type { Span } from '../source/source-file.ts'
import type { Index, Unique } from './keys.ts'
import type { Predicate } from './predicate.ts'

/** An index that another index or unique makes superfluous. */
export interface Covered {
  readonly index: Index
  readonly by: { readonly kind: 'index' | 'unique'; readonly span: Span }
  /** Whether both have the very same fields; otherwise the other one begins with them and goes on. */
  readonly equal: boolean
}

interface Candidate {
  readonly kind: 'index' | 'unique'
  readonly span: Span
  /** Condition and fields; one candidate is the beginning of another where its text is. */
  readonly text: string
  readonly index?: Index
}

/** Sorts before everything that a name can hold, so that a text stands next to those that go on from it. */
const separator = '\0'

/**
 * The indexes that serve no query which another index or unique with the same condition does not serve: the same fields
 * in the same order, or the first fields of a longer one. Of two equal indexes the later is named. A unique that holds
 * among live records only covers nothing: its index lacks the deleted ones.
 */
export function coveredIndexes(part: {
  readonly indexes: readonly Index[]
  readonly uniques: readonly Unique[]
}): readonly Covered[] {
  if (part.indexes.length === 0) return []
  const sorted = [...part.uniques.map(ofUnique), ...part.indexes.map(ofIndex)].sort(by(({ text }) => text))
  const found: Covered[] = []
  let first: Candidate | undefined
  for (const [at, candidate] of sorted.entries()) {
    const { index, text } = candidate
    if (first?.text !== text) first = candidate
    if (index === undefined) continue
    const next = sorted[at + 1]
    if (first !== candidate) found.push({ index, by: first, equal: true })
    else if (next?.text.startsWith(text + separator)) found.push({ index, by: next, equal: false })
  }
  return found
}

/** Two uniques that promise the same: the later one with the earlier. */
export function repeatedUniques(
  uniques: readonly Unique[],
): readonly { readonly unique: Unique; readonly first: Unique }[] {
  const seen = new Map<string, Unique>()
  const found: { unique: Unique; first: Unique }[] = []
  for (const unique of uniques) {
    const key = [conditionOf(unique), ...[...unique.fields].sort()].join(separator)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, unique)
    else found.push({ unique, first })
  }
  return found
}

function ofUnique(unique: Unique): Candidate {
  return { kind: 'unique', span: unique.span, text: [conditionOf(unique), ...unique.fields].join(separator) }
}

function ofIndex(index: Index): Candidate {
  const keys = index.fields.map(({ field, order }) => (order === 'asc' ? field : `${field} ${order}`))
  return { kind: 'index', span: index.span, text: [predicateText(index.where), ...keys].join(separator), index }
}

function conditionOf(unique: Unique): string {
  return (unique.deleted === 'ignored' ? 'live ' : '') + predicateText(unique.where)
}

/** One text for each set of conditions, whatever their order. */
function predicateText(predicate: Predicate): string {
  if (predicate.length === 0) return ''
  return predicate
    .map((condition) => JSON.stringify(condition))
    .sort()
    .join(' ')
}
