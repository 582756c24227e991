import { badValue, refuseLocation } from '../server-error.ts'
import { type BsonDocument, type BsonValue, fieldOf, isDocument, isNumber, isTruthy, toNumber } from './value.ts'

/** How strings are compared; without one they compare by their bytes. */
export interface Collation {
  compare(left: string, right: string): number
  /** A text that is equal for strings which compare as equal. */
  key(text: string): string
}

const defaults = {
  caseLevel: false,
  caseFirst: 'off',
  strength: 3,
  numericOrdering: false,
  alternate: 'non-ignorable',
  maxVariable: 'punct',
  normalization: false,
  backwards: false,
  version: '57.1',
} as const

/**
 * The collation as MongoDB stores and lists it: every option written out.
 * https://www.mongodb.com/docs/v7.0/reference/collation/
 */
export function completeCollation(specification: BsonValue): BsonDocument {
  if (!isDocument(specification)) badValue('collation must be a document')
  const { locale } = specification
  if (locale === undefined) refuseLocation(40414, "BSON field 'collation.locale' is missing but a required field")
  for (const option of Object.keys(specification)) {
    if (option !== 'locale' && !(option in defaults)) {
      refuseLocation(40415, `BSON field 'collation.${option}' is an unknown field.`)
    }
  }
  if (locale !== 'simple' && !isKnownLocale(locale)) badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`)
  const strength = strengthOf(specification)
  if (!Number.isInteger(strength) || strength < 1 || strength > 5) {
    badValue(`Enumeration value '${strength}' for field 'collation.strength' is not a valid value.`)
  }
  return { locale, ...defaults, ...specification }
}

/** @returns nothing for no collation and for `simple`, which both compare bytes */
export function compileCollation(specification: BsonValue): Collation | undefined {
  if (specification === undefined || specification === null) return undefined
  const options = completeCollation(specification)
  if (typeof options.locale !== 'string' || options.locale === 'simple') return undefined
  const sensitivity = sensitivityOf(strengthOf(options), isTruthy(options.caseLevel))
  const collator = new Intl.Collator(intlName(options.locale), {
    sensitivity,
    numeric: isTruthy(options.numericOrdering),
    caseFirst: options.caseFirst === 'upper' ? 'upper' : 'lower',
  })
  return {
    compare: (left, right) => Math.sign(collator.compare(left, right)),
    key: (text) => folded(text, sensitivity),
  }
}

type Sensitivity = 'base' | 'accent' | 'case' | 'variant'

function sensitivityOf(strength: number, caseLevel: boolean): Sensitivity {
  if (strength === 1) return caseLevel ? 'case' : 'base'
  return strength === 2 && !caseLevel ? 'accent' : 'variant'
}

function folded(text: string, sensitivity: Sensitivity): string {
  const decomposed = text.normalize('NFD')
  const unaccented = sensitivity === 'base' || sensitivity === 'case' ? decomposed.replace(/\p{M}/gu, '') : decomposed
  return sensitivity === 'base' || sensitivity === 'accent' ? unaccented.toLowerCase() : unaccented
}

function strengthOf(options: BsonDocument): number {
  const strength = fieldOf(options, 'strength')
  return isNumber(strength) ? toNumber(strength) : 3
}

const intlName = (locale: string): string => locale.replaceAll('_', '-').replace(/@.*$/, '')

function isKnownLocale(locale: BsonValue): boolean {
  if (typeof locale !== 'string') return false
  try {
    return Intl.Collator.supportedLocalesOf(intlName(locale)).length > 0
  } catch {
    return false
  }
}
