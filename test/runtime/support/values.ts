import type { Description } from '../../../runtime/src/description/description.ts'
import type { FieldDescription, ScalarName } from '../../../runtime/src/description/field.ts'

/** Texts that fit the patterns of the specs that are tried; `n` makes each another one. */
const texts: readonly ((n: number) => string)[] = [
  (n) => `text ${n}`,
  (n) => `key-${n}`,
  (n) => n.toString(16).padStart(64, '0'),
  (n) => n.toString(16).padStart(32, '0'),
  (n) => String(9_780_000_000_000 + n),
  (n) => `+49${1_000_000 + n}`,
  () => 'en',
  (n) => letters(n, 2),
  (n) => letters(n, 3),
  (n) => `example${n}.com`,
  (n) => `${2000 + (n % 1000)}-${n}`,
]

/** Capitals that count: `AAB`. */
function letters(n: number, length: number): string {
  return Array.from({ length }, (_, at) =>
    String.fromCharCode(65 + (Math.floor(n / 26 ** (length - 1 - at)) % 26)),
  ).join('')
}

/** A public id that belongs to nothing. */
function unknownUlid(n: number): string {
  return `01HZZZZZZZ${n.toString().padStart(16, '0')}`
}

/** A UUID that belongs to nothing. */
export function unknownUuid(n: number): string {
  return `0198ffff-ffff-7fff-bfff-${n.toString(16).padStart(12, '0')}`
}

/** A value that the spec allows for a field that is no reference, key or part; another one for each `n`. */
export function validValue(field: FieldDescription, description: Description, n: number): unknown {
  const one = (at: number): unknown => single(field, description, at)
  return field.list === true ? [one(n), one(n + 1)] : one(n)
}

function single(field: FieldDescription, description: Description, n: number): unknown {
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalarValue(type.scalar, field, n)
    case 'enum': {
      const values = description.enums[type.enum] ?? []
      return values[n % values.length]
    }
    case 'value':
      return Object.fromEntries(
        (description.valueTypes[type.valueType] ?? []).map((inner) => [inner.name, validValue(inner, description, n)]),
      )
    case 'ref':
    case 'key':
    case 'part':
      throw new TypeError(`${field.name} points to something: whoever wants a value has to make that first`)
  }
}

function scalarValue(scalar: ScalarName, field: FieldDescription, n: number): unknown {
  switch (scalar) {
    case 'string':
    case 'text':
    case 'external_id':
      return fitting(field, n)
    case 'int':
      return within(field, n)
    case 'float':
      return within(field, n) + 0.5
    case 'bigint':
      return 9_007_199_254_740_993n + BigInt(n)
    case 'decimal':
      return field.max === undefined ? `${n}.25`.slice(0, -Math.max(0, 2 - (field.scale ?? 2)) || undefined) : '0.5'
    case 'boolean':
      return n % 2 === 0
    case 'timestamp':
      return new Date(Date.UTC(2026, 0, 1, 0, 0, 0, n))
    case 'date':
      return new Date(Date.UTC(2026, 0, 1 + (n % 365)))
    case 'uuid':
      return unknownUuid(n)
    case 'ulid':
      return unknownUlid(n)
    case 'object_id':
      return n.toString(16).padStart(24, '0')
    case 'json':
      return { n, list: [1, 'two', null], deep: { is: true } }
    case 'bytes':
      return new Uint8Array([0, 255, n % 256])
    case 'email':
      return `ada${n}@example.com`
    case 'url':
      return `https://example.com/${n}`
  }
}

function fitting({ name, pattern, length = 10_000 }: FieldDescription, n: number): string {
  const wanted = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const found = texts
    .map((make) => make(n))
    .find((text) => text.length <= length && (wanted === undefined || wanted.test(text)))
  // Without a pattern a short text may be too narrow for any of them.
  if (found === undefined && wanted === undefined) return letters(n, Math.min(length, 3))
  if (found === undefined) throw new Error(`no text is known that fits ${name}: ${pattern}`)
  return found
}

function within({ min = 0, max }: FieldDescription, n: number): number {
  return max === undefined ? min + n : min + (n % (max - min + 1))
}
