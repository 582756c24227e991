import type { ColumnType } from '../../../print/sql/expression.ts'

/** A type behind `::`, where a length is never written; of `character` that is its name inside the catalogs. */
export function castName(type: ColumnType): string {
  return type === 'character' ? 'bpchar' : type === 'character[]' ? 'bpchar[]' : type
}

/** A text as PostgreSQL writes it back, standing for a value of a type: `'draft'::text`. */
export function quoted(text: string, type: ColumnType): string {
  return `'${storable(text).replaceAll("'", "''")}'::${castName(type)}`
}

/** What of a text PostgreSQL can hold: the printer replaces the rest in the same way. */
export function storable(text: string): string {
  // Nearly every text there is has neither.
  return /^[\n\x20-\x7E]*$/.test(text) ? text : text.replace(/\0|\p{Cs}/gu, '\uFFFD')
}

/** The type that PostgreSQL takes a number for where nothing else is said. */
export function typeOfNumber(value: number): 'integer' | 'bigint' | 'numeric' {
  if (!Number.isInteger(value) || /e/.test(String(value))) return 'numeric'
  const exact = BigInt(value)
  if (exact >= -(2n ** 31n) && exact < 2n ** 31n) return 'integer'
  return exact >= -(2n ** 63n) && exact < 2n ** 63n ? 'bigint' : 'numeric'
}

/** A number as PostgreSQL writes it back: `5`, `'-5'::integer`, `'9007199254740991'::bigint`, `0.5`. */
export function numberText(value: number): string {
  const text = decimal(value)
  const type = typeOfNumber(value)
  const isBare = value >= 0 && (type === 'integer' || (type === 'numeric' && text.includes('.')))
  return isBare ? text : `'${text}'::${type}`
}

/** All digits, without an exponent. */
function decimal(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value)
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? []
  if (exponent === undefined) return text
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
