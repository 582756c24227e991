import { isCase, toCase, words } from '../../base/casing.ts'
import { assertNever } from '../../base/internal-error.ts'
import { plural, singular } from '../../base/plural.ts'
import type { RelatedPlace } from '../../diagnostic/diagnostic.ts'
import type { NameConvention } from '../../model/project.ts'

/** Whether a name has the case and the number that a convention asks for. */
export function follows(name: string, convention: NameConvention): boolean {
  return hasCase(name, convention) && hasNumber(name, convention)
}

function hasCase(name: string, { case: wanted }: NameConvention): boolean {
  return wanted === undefined || isCase(name, wanted)
}

/**
 * A plural may stand in any place of a name (`strategies_content`); a singular is asked of the last word, where a word
 * such as `Canvas` or `Status` is not taken for a plural.
 */
function hasNumber(name: string, { number }: NameConvention): boolean {
  const parts = words(name)
  const last = parts.at(-1) ?? ''
  switch (number) {
    case undefined:
      return true
    case 'plural':
      return plural(last) === last || parts.some((word) => isPlural(word))
    case 'singular':
      return !isPlural(last)
    default:
      return assertNever(number)
  }
}

/** Endings of plurals, regular or not; the many words without one need no closer look. */
const pluralEnding = /(s|en|people|[aei]|mice|feet|teeth|geese)$/

function isPlural(word: string): boolean {
  if (word.length < 4 || !pluralEnding.test(word) || /(as|is|us|ss|os)$/.test(word)) return false
  const one = singular(word)
  return one !== word && plural(one) === word
}

/** The name in the case and number of a convention; undefined where no such name can be made of it. */
export function corrected(name: string, convention: NameConvention): string | undefined {
  const { case: wanted, number } = convention
  const parts = [...words(name)]
  const last = parts.pop()
  if (last === undefined) return undefined
  const counted = hasNumber(name, convention) ? last : number === 'plural' ? plural(last) : singular(last)
  const written = hasNumber(name, convention) && hasCase(name, convention)
  const result = written || wanted === undefined ? name : toCase([...parts, counted].join('_'), wanted)
  return follows(result, convention) ? result : undefined
}

/** What a convention asks for, in words: `be snake_case and plural`. */
export function demandOf({ case: wanted, number }: NameConvention): string {
  return `be ${[wanted, number].filter((part) => part !== undefined).join(' and ')}`
}

/** What the convention of a role asks for, in words: `end in \`_on\``. */
export function affixDemandOf({ prefix, suffix, name }: NameConvention): string {
  if (name !== undefined) return `be named \`${name}\``
  const wishes = [
    ...(prefix === undefined ? [] : [`start with \`${prefix}\``]),
    ...(suffix === undefined ? [] : [`end in \`${suffix}\``]),
  ]
  return wishes.join(' and ')
}

/** The place that declares a convention, where the spec does; the defaults stand in the language's documentation. */
export function declaredHere({ span }: NameConvention): readonly RelatedPlace[] {
  return span === undefined ? [] : [{ span, label: 'the convention is declared here' }]
}
