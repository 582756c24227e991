import { assertNever } from './internal-error.ts'

/** The letter cases that a naming convention may ask for. */
export type Case = 'snake_case' | 'camelCase' | 'PascalCase' | 'kebab-case' | 'SCREAMING_SNAKE_CASE'

/** Splits a name into lower-case words at underscores, hyphens, spaces and changes of case; digits stay with the word before. */
export function words(name: string): readonly string[] {
  // Nearly every name there is: fields, columns, tables.
  if (patterns.snake_case.test(name)) return name.split('_')
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const written: Readonly<Record<Case, Map<string, string>>> = {
  snake_case: new Map(),
  camelCase: new Map(),
  PascalCase: new Map(),
  'kebab-case': new Map(),
  SCREAMING_SNAKE_CASE: new Map(),
}

/** How many names are remembered of each case: more than a spec has, less than a long day of edits might bring. */
const most = 200_000

/** Writes a name in a letter case: `toCase('deletedOn', 'snake_case')` is `deleted_on`. A spec has few names, and each often. */
export function toCase(name: string, to: Case): string {
  const known = written[to].get(name)
  if (known !== undefined) return known
  if (written[to].size >= most) written[to].clear()
  const text = inCase(name, to)
  written[to].set(name, text)
  return text
}

function inCase(name: string, to: Case): string {
  const parts = words(name)
  switch (to) {
    case 'snake_case':
      return parts.join('_')
    case 'kebab-case':
      return parts.join('-')
    case 'SCREAMING_SNAKE_CASE':
      return parts.join('_').toUpperCase()
    case 'PascalCase':
      return parts.map(capital).join('')
    case 'camelCase':
      return parts.map((word, index) => (index === 0 ? word : capital(word))).join('')
    default:
      return assertNever(to)
  }
}

const patterns: Readonly<Record<Case, RegExp>> = {
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
  'kebab-case': /^[a-z0-9]+(-[a-z0-9]+)*$/,
  SCREAMING_SNAKE_CASE: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
}

/** Whether a name is already written in a letter case. */
export function isCase(name: string, of: Case): boolean {
  return patterns[of].test(name)
}
