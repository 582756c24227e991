import type { CustomCode, RuleCode } from '../diagnostic/codes.ts'

/** What a project can say for an option. */
export type OptionValue = number | boolean | string | readonly string[] | ReadonlyMap<string, string>

/** What an option asks of its value. */
export type OptionForm =
  | { readonly kind: 'whole'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text' }
  /** A list in which nothing stands twice; of a closed set where `words` are given. */
  | { readonly kind: 'words'; readonly words?: readonly string[] }
  /** A mapping of one word to another. */
  | { readonly kind: 'pairs'; readonly example: readonly [key: string, value: string] }

/** Something about a rule that a project may set: `rules.options.<rule>.<name>`. */
export interface RuleOption<T extends OptionValue = OptionValue> {
  readonly rule: RuleCode | CustomCode
  /** snake_case, as keys of the language are. */
  readonly name: string
  /** In one sentence: for editors, `stowage rules` and the reference. */
  readonly summary: string
  readonly default: T
  readonly form: OptionForm
  readonly accepts: (value: OptionValue) => value is T
}

/** What each kind of option is declared by. */
type Said<T extends OptionValue> = Pick<RuleOption<T>, 'rule' | 'name' | 'summary' | 'default'>

/** A whole number between two others, both included. */
export function wholeOption(
  said: Said<number> & { readonly minimum: number; readonly maximum: number },
): RuleOption<number> {
  const { minimum, maximum, ...rest } = said
  return {
    ...rest,
    form: { kind: 'whole', minimum, maximum },
    accepts: (value): value is number =>
      Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
  }
}

/** `true` or `false`. */
export function flagOption(said: Said<boolean>): RuleOption<boolean> {
  return { ...said, form: { kind: 'flag' }, accepts: (value): value is boolean => typeof value === 'boolean' }
}

/** A text that is not empty. */
export function textOption(said: Said<string>): RuleOption<string> {
  return {
    ...said,
    form: { kind: 'text' },
    accepts: (value): value is string => typeof value === 'string' && value.trim() !== '',
  }
}

/** A list of words; of a closed set where `words` are given. */
export function wordsOption(
  said: Said<readonly string[]> & { readonly words?: readonly string[] },
): RuleOption<readonly string[]> {
  const { words, ...rest } = said
  return {
    ...rest,
    form: { kind: 'words', ...(words === undefined ? {} : { words }) },
    accepts: (value): value is readonly string[] =>
      isList(value) && (words === undefined || value.every((word) => words.includes(word))),
  }
}

/** A mapping of words to words; `example` is one pair. */
export function pairsOption(
  said: Said<ReadonlyMap<string, string>> & { readonly example: readonly [key: string, value: string] },
): RuleOption<ReadonlyMap<string, string>> {
  const { example, ...rest } = said
  return {
    ...rest,
    form: { kind: 'pairs', example },
    accepts: (value): value is ReadonlyMap<string, string> => value instanceof Map,
  }
}

function isList(value: OptionValue): value is readonly string[] {
  return Array.isArray(value)
}
