import type { Json, JsonObject } from '../schema/json-schema.ts'
import { duplicate, isMapping, isNumber, isObject, isOf, listOf } from './schema-data.ts'

/** One failed keyword of a JSON Schema. */
export interface SchemaError {
  readonly keyword: string
  /** JSON pointer of the value that failed. */
  readonly instancePath: string
  readonly params: {
    readonly additionalProperty?: string
    readonly allowedValue?: Json
    readonly allowedValues?: readonly Json[]
    readonly comparison?: '<=' | '>='
    /** Of the two equal items, one and the other. */
    readonly i?: number
    readonly j?: number
    readonly limit?: number
    readonly missingProperty?: string
    readonly pattern?: string
    readonly type?: Json
  }
  /** The piece of the schema that the keyword stands in. */
  readonly parentSchema: JsonObject
  /** Set where it is a key that failed, and not its value. */
  readonly propertyName?: string
}

/** Where errors go, and of what they are. */
export interface Place {
  readonly path: string
  readonly key?: string
  readonly errors: SchemaError[]
}

/** Whether data fits. With a place every error goes there; without one the first ends the look. */
export type Check = (data: unknown, place: Place | undefined) => boolean

export type Keyword = (value: Json, piece: JsonObject, of: CheckOf) => Check

/** The check of a piece of the schema, made when it is first wanted. */
export type CheckOf = (piece: Json | undefined) => Check

/** What says nothing about data, or is read with another keyword. */
export const silent: ReadonlySet<string> = new Set(
  '$schema $defs title description examples default x-expected then else'.split(' '),
)

/** In the order in which ajv goes through them. */
export const keywords: Readonly<Record<string, Keyword>> = {
  $ref: (target, _, of) => (data, place) => of(target)(data, place),
  type: (value, piece) => {
    const types = listOf(value).map(String)
    return failing('type', piece, { type: value }, (data) => types.some((type) => isOf(type, data)))
  },
  maximum: (value, piece) => {
    const limit = Number(value)
    return failing('maximum', piece, { comparison: '<=', limit }, (data) => !isNumber(data) || data <= limit)
  },
  minimum: (value, piece) => {
    const limit = Number(value)
    return failing('minimum', piece, { comparison: '>=', limit }, (data) => !isNumber(data) || data >= limit)
  },
  pattern: (value, piece) => {
    const pattern = String(value)
    const form = formOf(pattern)
    return failing('pattern', piece, { pattern }, (data) => typeof data !== 'string' || form.test(data))
  },
  const: (allowedValue, piece) => failing('const', piece, { allowedValue }, (data) => data === allowedValue),
  enum: (value, piece) => {
    const allowedValues = listOf(value)
    const allowed = new Set<unknown>(allowedValues)
    return failing('enum', piece, { allowedValues }, (data) => allowed.has(data))
  },
  anyOf: (branches, piece, of) => {
    const checks = listOf(branches).map(of)
    const none = failing('anyOf', piece, {}, () => false)
    return (data, place) => {
      if (checks.some((check) => check(data, undefined))) return true
      if (place !== undefined) for (const check of checks) check(data, place)
      return none(data, place)
    }
  },
  if: (condition, piece, of) => {
    const [when, then, otherwise] = [of(condition), of(piece.then), of(piece.else)]
    return (data, place) => (when(data, undefined) ? then : otherwise)(data, place)
  },
  maxItems: (value, piece) => {
    const limit = Number(value)
    return failing('maxItems', piece, { limit }, (data) => !Array.isArray(data) || data.length <= limit)
  },
  minItems: (value, piece) => {
    const limit = Number(value)
    return failing('minItems', piece, { limit }, (data) => !Array.isArray(data) || data.length >= limit)
  },
  items: (piece, _, of) => {
    return (data, place) => {
      const check = of(piece)
      const list = Array.isArray(data) ? data : []
      let fits = true
      for (let index = 0; index < list.length; index += 1) {
        if (check(list[index], below(place, index))) continue
        if (place === undefined) return false
        fits = false
      }
      return fits
    }
  },
  uniqueItems: (_, piece) => {
    const types = listOf(isObject(piece.items) ? piece.items.type : undefined).map(String)
    return (data, place) => {
      const twice = Array.isArray(data) ? duplicate(data, types) : undefined
      if (twice !== undefined) note(place, 'uniqueItems', piece, { ...twice })
      return twice === undefined
    }
  },
  minProperties: (value, piece) => {
    const limit = Number(value)
    return failing('minProperties', piece, { limit }, (data) => !isMapping(data) || Object.keys(data).length >= limit)
  },
  required: (names, piece) => {
    const wanted = listOf(names).map(String)
    return (data, place) => {
      if (!isMapping(data)) return true
      const missing = wanted.filter((name) => data[name] === undefined)
      for (const missingProperty of missing) note(place, 'required', piece, { missingProperty })
      return missing.length === 0
    }
  },
  propertyNames: (piece, _, of) => {
    const check = of(piece)
    return (data, place) => {
      if (!isMapping(data)) return true
      let fits = true
      for (const key in data) if (!check(key, place && { ...place, key })) fits = false
      return fits
    }
  },
  additionalProperties: (piece, parent, of) => {
    const named = new Set(Object.keys(isObject(parent.properties) ? parent.properties : {}))
    const check = piece === false ? undefined : of(piece)
    return (data, place) => {
      if (!isMapping(data)) return true
      let fits = true
      for (const key in data) {
        if (named.has(key) || check?.(data[key], below(place, key)) === true) continue
        if (place === undefined) return false
        if (check === undefined) note(place, 'additionalProperties', parent, { additionalProperty: key })
        fits = false
      }
      return fits
    }
  },
  properties: (value, _, of) => {
    const pieces = new Map(Object.entries(isObject(value) ? value : {}))
    return (data, place) => {
      if (!isMapping(data)) return true
      if (place === undefined) {
        // There are more keys that a mapping may have than it has.
        for (const key in data) if (pieces.has(key) && !of(pieces.get(key))(data[key], undefined)) return false
        return true
      }
      let fits = true
      for (const [key, piece] of pieces) {
        if (data[key] !== undefined && !of(piece)(data[key], below(place, key))) fits = false
      }
      return fits
    }
  },
}

const forms = new Map<string, RegExp>()

/** One for all pieces that have it: to compile one takes longer than to ask it. */
function formOf(pattern: string): RegExp {
  const form = forms.get(pattern) ?? new RegExp(pattern, 'u')
  forms.set(pattern, form)
  return form
}

/** A keyword that fails by itself, of which nothing else is to be said. */
function failing(
  keyword: string,
  piece: JsonObject,
  params: SchemaError['params'],
  fits: (data: unknown) => boolean,
): Check {
  return (data, place) => {
    if (fits(data)) return true
    note(place, keyword, piece, params)
    return false
  }
}

function note(
  place: Place | undefined,
  keyword: string,
  parentSchema: JsonObject,
  params: SchemaError['params'],
): void {
  if (place === undefined) return
  const { errors, key, path } = place
  errors.push({
    keyword,
    instancePath: path,
    params,
    parentSchema,
    ...(key === undefined ? {} : { propertyName: key }),
  })
}

function below(place: Place | undefined, key: string | number): Place | undefined {
  if (place === undefined) return undefined
  const step = String(key).replaceAll('~', '~0').replaceAll('/', '~1')
  return { ...place, path: `${place.path}/${step}` }
}
