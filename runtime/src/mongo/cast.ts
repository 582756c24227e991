import type { Description } from '../description/description.ts'
import type { FieldDescription } from '../description/field.ts'
import { InvalidInput } from '../errors/errors.ts'
import { isObjectId } from '../ids/object-id.ts'
import { isPlain } from '../validate/plain.ts'
import { conversionOf } from './conversion.ts'
import type { Bson } from './driver.ts'

/** A filter whose values are as BSON has them: ids in hexadecimal, decimals, UUIDs and moments that are texts. */
export function castFilter(
  filter: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  description: Description,
  bson: Bson,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).map(([key, value]) => {
      if (key.startsWith('$')) {
        const isList = Array.isArray(value) && key !== '$comment'
        return [key, isList ? value.map((one) => castFilter(Object(one), fields, description, bson)) : value]
      }
      return [key, castOperand(value, key, fields, description, bson)]
    }),
  )
}

function castOperand(
  operand: unknown,
  path: string,
  fields: readonly FieldDescription[],
  description: Description,
  bson: Bson,
): unknown {
  const cast = (value: unknown): unknown => castValue(value, path, fields, description, bson)
  if (Array.isArray(operand)) return operand.map(cast)
  if (!isPlain(operand) || !Object.keys(operand).some((key) => key.startsWith('$'))) return cast(operand)
  return Object.fromEntries(
    Object.entries(operand).map(([operator, value]) => {
      if (notValues.has(operator)) return [operator, value]
      if (operator === '$not') return [operator, castOperand(value, path, fields, description, bson)]
      if (operator === '$elemMatch' && isPlain(value)) return [operator, castElement(value, path)]
      return [operator, Array.isArray(value) ? value.map(cast) : cast(value)]
    }),
  )

  function castElement(value: Readonly<Record<string, unknown>>, of: string): unknown {
    const { type } = fields.find(({ name }) => name === of) ?? {}
    if (type?.kind !== 'value') return castOperand(value, of, fields, description, bson)
    return castFilter(value, description.valueTypes[type.valueType] ?? [], description, bson)
  }
}

const notValues: ReadonlySet<string> = new Set(['$exists', '$type', '$size', '$mod', '$regex', '$options'])

function castValue(
  value: unknown,
  path: string,
  fields: readonly FieldDescription[],
  description: Description,
  bson: Bson,
): unknown {
  if (path === '_id') return isObjectId(value) ? new bson.ObjectId(value) : value
  const [first = '', ...rest] = path.split('.')
  const field = fields.find(({ name }) => name === first)
  if (field === undefined || value === null || value === undefined) return value
  const inner = rest.filter((piece) => !/^\d+$/.test(piece))
  if (field.type.kind === 'value' && inner.length > 0)
    return castValue(value, inner.join('.'), description.valueTypes[field.type.valueType] ?? [], description, bson)
  if (inner.length > 0) return value
  if (isMoment(field) && typeof value === 'string') {
    const date = new Date(value)
    if (Number.isNaN(date.getTime())) throw noValue(path)
    return date
  }
  try {
    return conversionOf(fields, description).storedValue(first, value, bson)
  } catch {
    throw noValue(path)
  }
}

/** The driver's own error would quote it. */
function noValue(path: string): InvalidInput {
  return new InvalidInput('the filter', [{ path: [path], message: 'is compared with no value of its type' }])
}

function isMoment({ type }: FieldDescription): boolean {
  return type.kind === 'scalar' && (type.scalar === 'timestamp' || type.scalar === 'date')
}
