import type { FieldFact } from '../../../expected/facts.ts'
import { numberRange, unitsText } from '../../values/number.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec } from '../facts.ts'
import { numberOf } from './value.ts'

/** A value that the spec just lets a field hold. */
export interface OutermostValue {
  /** In words: `a text of 120 characters`. */
  readonly what: string
  readonly value: unknown
}

/** The right values that are nearest to wrong ones. */
export function outermostValues(spec: Spec, fact: FieldFact): readonly OutermostValue[] {
  const single = outermostSingles(spec, fact)
  if (fact.list !== true) return single
  const lists = single.map(({ what, value }) => ({ what: `a list with ${what}`, value: [value] }))
  return [{ what: 'an empty list', value: [] }, ...lists]
}

/** A document has 16 MB. */
const longest = 100_000

function outermostSingles(spec: Spec, fact: FieldFact): readonly OutermostValue[] {
  const type = typeOf(spec, fact)
  if (type.kind !== 'scalar') return []
  const { name, bounds } = type
  const [length = longest + 1] = bounds
  if (name === 'string' && fact.pattern === undefined && length <= longest) {
    // Lengths count characters, of which this one takes four bytes.
    return [{ what: `a text of ${length} characters`, value: '\u{1f410}'.repeat(length) }]
  }
  if (name !== 'int' && name !== 'bigint' && name !== 'decimal' && name !== 'float') return []
  const { digits, low, high } = numberRange(name, bounds, fact)
  return [
    ...(fact.min === undefined ? [] : [{ what: String(fact.min), units: low }]),
    ...(fact.max === undefined ? [] : [{ what: String(fact.max), units: high }]),
  ].map(({ what, units }) => ({ what, value: numberOf(name, unitsText(units, digits)) }))
}
