import type { Fix } from '../../diagnostic/diagnostic.ts'
import { replaced, writtenAt } from '../../diagnostic/text-edit.ts'
import type { Model } from '../../model/model.ts'
import { placeKey, type Span } from '../../source/source-file.ts'

/** What may name something in a spec; only the names of buckets have hyphens. */
const logicalName = /^[A-Za-z][A-Za-z0-9_]*$/
const bucketName = /^[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$/

export interface Rename {
  readonly from: string
  readonly to: string
  /** Where the name stands, as keys of `Model.uses`: more than one where a mixin gives the field to several parts. */
  readonly keys: readonly string[]
}

/**
 * The fix that renames a declaration together with every use of it. None where a use is written in a way that cannot be
 * replaced (with escapes, say): half a rename would be worse than none.
 */
export function renameEverywhere(model: Model, { from, to, keys }: Rename): readonly Fix[] {
  const spans = distinct(keys.flatMap((key) => model.uses.get(key) ?? []))
  if (spans.length === 0 || spans.some((span) => writtenAt(span) !== from)) return []
  return [{ title: `rename \`${from}\` to \`${to}\``, edits: spans.map((span) => replaced(span, to)) }]
}

/** The fix that replaces a physical name, which stands in one place only. */
export function renameHere(span: Span | undefined, from: string, to: string | undefined): readonly Fix[] {
  if (span === undefined || to === undefined || writtenAt(span) !== from) return []
  return [{ title: `rename \`${from}\` to \`${to}\``, edits: [replaced(span, to)] }]
}

export function isLogicalName(name: string): boolean {
  return logicalName.test(name)
}

export function isBucketName(name: string): boolean {
  return bucketName.test(name)
}

function distinct(spans: readonly Span[]): readonly Span[] {
  const byPlace = new Map(spans.map((span) => [placeKey(span), span]))
  return [...byPlace.values()]
}
