import pluralize from 'pluralize'

/** The plural of a snake_case or PascalCase name, by its last word: `order_line` -> `order_lines`. */
export function plural(name: string): string {
  return pluralize.plural(name)
}

/** The singular of a snake_case or PascalCase name, by its last word. */
export function singular(name: string): string {
  return pluralize.singular(name)
}

/** Writes a count before its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural(noun)}`
}
