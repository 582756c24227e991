import type { FieldDescription } from '../description/field.ts'
import { isPlain, type Path, refused } from './refuse.ts'

const operators: ReadonlySet<string> = new Set([
  'equals',
  'not',
  'in',
  'notIn',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'startsWith',
  'endsWith',
  'mode',
])
const ofLists: ReadonlySet<string> = new Set(['equals', 'has', 'hasEvery', 'hasSome', 'isEmpty'])
const ofJson: ReadonlySet<string> = new Set([
  'equals',
  'not',
  'path',
  'mode',
  'string_contains',
  'string_starts_with',
  'string_ends_with',
  'array_contains',
  'array_starts_with',
  'array_ends_with',
  'lt',
  'lte',
  'gt',
  'gte',
])
const aggregates: ReadonlySet<string> = new Set(['_count', '_avg', '_sum', '_min', '_max'])

/**
 * Looks through a filter on one field, which Prisma then takes as it is.
 *
 * @throws InvalidInput for what is undefined: Prisma would take it as if it were not there and find everything
 */
export function checkFilter(field: FieldDescription, value: unknown, path: Path, inHaving = false): void {
  if (value === undefined) throw refused(path, 'is undefined: leave the key out')
  if (field.encrypted === true && !isAboutNull(value))
    throw refused(path, 'is kept as ciphertext: only null can be asked for')
  if (!isPlain(value)) return
  const allowed = operatorsOf(field)
  for (const [key, one] of Object.entries(value)) {
    const at = [...path, key]
    if (inHaving && aggregates.has(key)) {
      checkAggregate(one, at)
      continue
    }
    if (!allowed.has(key)) throw refused(at, 'is no condition')
    if (one === undefined) throw refused(at, 'is undefined: leave the key out')
    if (key === 'not' && allowed !== ofJson) checkFilter(field, one, at)
    if (Array.isArray(one) && one.includes(undefined)) throw refused(at, 'holds undefined')
  }
}

function checkAggregate(value: unknown, path: Path): void {
  if (value === undefined) throw refused(path, 'is undefined: leave the key out')
  if (!isPlain(value)) return
  for (const [key, one] of Object.entries(value)) {
    if (!operators.has(key)) throw refused([...path, key], 'is no condition')
    if (key === 'not') checkAggregate(one, [...path, key])
    if (one === undefined) throw refused([...path, key], 'is undefined: leave the key out')
  }
}

function operatorsOf({ type, list }: FieldDescription): ReadonlySet<string> {
  if (type.kind === 'value' || (type.kind === 'scalar' && type.scalar === 'json')) return ofJson
  return list === true ? ofLists : operators
}

function isAboutNull(value: unknown): boolean {
  if (value === null) return true
  return (
    isPlain(value) && Object.entries(value).every(([key, one]) => (key === 'not' || key === 'equals') && one === null)
  )
}
