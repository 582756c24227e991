import type { Description } from '../description/description.ts'
import type { FieldDescription, ScalarName } from '../description/field.ts'
import { oneOf } from './random.ts'
import { wholeBetween } from './seeded.ts'
import { mark, matchingText, someWords } from './text.ts'

/** What a value is drawn by. */
export interface Drawing {
  readonly description: Description
  readonly draw: () => number
  /** Of the records of this entity that were made: tells them apart. */
  readonly index: number
  /** Two records must not have the same. */
  readonly distinct: boolean
}

/**
 * A value that the spec lets a field hold; no reference, which is a record of its own.
 *
 * @throws TypeError where no text is found for a pattern: it is to be given
 */
export function valueFor(field: FieldDescription, drawing: Drawing): unknown {
  if (field.list !== true) return single(field, drawing)
  return Array.from({ length: wholeBetween(1, 2, drawing.draw) }, () => single(field, drawing))
}

function single(field: FieldDescription, drawing: Drawing): unknown {
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalar(type.scalar, field, drawing)
    case 'enum': {
      const values = drawing.description.enums[type.enum] ?? []
      return drawing.distinct ? values[drawing.index % values.length] : oneOf(values, drawing.draw)
    }
    case 'value':
      return shapeOf(drawing.description.valueTypes[type.valueType] ?? [], drawing)
    case 'ref':
    case 'key':
    case 'part':
      throw new TypeError(`${field.name} is a ${type.kind}, which is made with its record`)
  }
}

function shapeOf(fields: readonly FieldDescription[], drawing: Drawing): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      // In an embedded shape nothing says whether a record of that id is there.
      if (field.type.kind === 'ref') return field.optional === true ? [] : [[field.name, ulidBy(drawing.draw)]]
      return field.optional === true && drawing.draw() < 0.5 ? [] : [[field.name, valueFor(field, drawing)]]
    }),
  )
}

const year = Date.UTC(2026, 0, 1)
const day = 86_400_000

function scalar(name: ScalarName, field: FieldDescription, drawing: Drawing): unknown {
  const { draw, index, distinct } = drawing
  switch (name) {
    case 'string':
    case 'text':
    case 'external_id':
      return textFor(field, drawing)
    case 'email':
      return patterned(field, drawing, `${mark(draw, 10)}${index}@example.com`)
    case 'url':
      return patterned(field, drawing, `https://example.com/${mark(draw, 8)}/${index}`)
    case 'int':
      return wholeIn(field, 2 ** 31 - 1, drawing)
    case 'bigint':
      return BigInt(wholeIn(field, Number.MAX_SAFE_INTEGER, drawing))
    case 'float':
      return numberIn(field, drawing)
    case 'decimal':
      return decimalIn(field, drawing)
    case 'boolean':
      return distinct ? index % 2 === 1 : draw() < 0.5
    case 'timestamp':
      return new Date(year + Math.floor(draw() * 300 * day) + index)
    case 'date':
      return new Date(year + (distinct ? index : Math.floor(draw() * 300)) * day)
    case 'uuid':
      return uuidBy(draw)
    case 'ulid':
      return ulidBy(draw)
    case 'object_id':
      return hexBy(24, draw)
    case 'json':
      return { note: someWords(3, draw), count: index }
    case 'bytes':
      return Uint8Array.from({ length: 16 }, () => wholeBetween(0, 255, draw))
  }
}

function hexBy(count: number, draw: () => number): string {
  return Array.from({ length: count }, () => oneOf([...'0123456789abcdef'], draw)).join('')
}

function uuidBy(draw: () => number): string {
  const digits = hexBy(30, draw)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18)}`
}

function ulidBy(draw: () => number): string {
  const rest = Array.from({ length: 25 }, () => oneOf([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'], draw)).join('')
  return `${wholeBetween(0, 7, draw)}${rest}`
}

function textFor(field: FieldDescription, drawing: Drawing): string {
  const { draw, index, distinct } = drawing
  const { length = 200 } = field
  if (field.pattern !== undefined) return patterned(field, drawing, undefined)
  if (!distinct) return someWords(wholeBetween(2, 4, draw), draw, length)
  const told = `${mark(draw, 6)}${index.toString(36)}`
  const words = someWords(1, draw, Math.max(0, length - told.length - 1))
  return (words === '' ? told.slice(-length) : `${words} ${told}`).slice(0, length)
}

function patterned({ name, pattern, length }: FieldDescription, { draw }: Drawing, usual: string | undefined): string {
  if (pattern === undefined && usual !== undefined) return usual
  if (pattern === undefined || (usual !== undefined && new RegExp(pattern, 'u').test(usual))) return usual ?? ''
  const text = matchingText(pattern, draw, length)
  if (text === undefined) throw new TypeError(`no text is found for the pattern of ${name}: give one`)
  return text
}

function wholeIn({ min = 0, max }: FieldDescription, most: number, { draw, index, distinct }: Drawing): number {
  const low = Math.ceil(min)
  const high = Math.floor(max ?? Math.min(most, low + 1_000))
  // Counted through, then begun again: more records than values cannot be told apart.
  return distinct ? low + (index % (Math.floor(max ?? most) - low + 1)) : wholeBetween(low, high, draw)
}

function numberIn({ min = 0, max = min + 100 }: FieldDescription, { draw }: Drawing): number {
  return Math.min(max, Math.max(min, Math.round((min + draw() * (max - min)) * 100) / 100))
}

function decimalIn(field: FieldDescription, { draw }: Drawing): string {
  const places = field.scale ?? (field.precision === undefined ? 2 : 0)
  const room = 10 ** Math.min((field.precision ?? 12) - places, 4)
  const low = Math.max(field.min ?? 0, -room + 1)
  const high = Math.min(field.max ?? room - 1, room - 1)
  const unit = 10 ** Math.min(places, 4)
  return (wholeBetween(Math.ceil(low * unit), Math.floor(high * unit), draw) / unit).toFixed(Math.min(places, 4))
}
