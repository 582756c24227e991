import pluralize from 'pluralize'

/** The plural of a snake_case or PascalCase name, by its last word: `order_line` -> `order_lines`. */
export function plural(name: string): string {
  return pluralize.plural(name)
}

/** The singular of a snake_case or PascalCase name, by its last word. */
export function singular(name: string): string {
  return pluralize.singular(name)
}

/** The few nouns that are counted again and again: to find a plural takes a hundred patterns. */
const nouns = new Map<string, string>()

function nounPlural(noun: string): string {
  const known = nouns.get(noun) ?? plural(noun)
  nouns.set(noun, known)
  return known
}

/** Writes a count before its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${inGroups(count)} ${count === 1 ? noun : nounPlural(noun)}`
}

/** A number with a comma before each group of three digits: `12,345`. */
export function inGroups(count: number): string {
  return Number.isInteger(count) && count >= 0 && count < 1_000 ? String(count) : count.toLocaleString('en-US')
}
