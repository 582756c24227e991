import type { Json, JsonObject } from '../schema/json-schema.ts'
import { isObject } from './schema-data.ts'
import { type Check, type CheckOf, keywords, type SchemaError, silent } from './schema-keywords.ts'

/**
 * A check of data against a JSON Schema, of those keywords that the language's schema uses. It gives the errors that ajv gives,
 * in ajv's order, but for those that only say that another one is there (`if`, `propertyNames`). Most data fits: a look
 * without places comes first, and only where that fails is everything looked at again.
 *
 * @throws Error for a keyword that is not known here, when its piece is first wanted
 */
export function schemaCheck(schema: JsonObject): (data: unknown) => readonly SchemaError[] {
  const known = new Map<Json, Check>()
  const of: CheckOf = (piece = true) => {
    const made = known.get(piece)
    if (made !== undefined) return made
    const check = isObject(piece) ? checkOf(piece, schema, of) : () => piece === true
    known.set(piece, check)
    return check
  }
  return (data) => {
    const errors: SchemaError[] = []
    if (!of(schema)(data, undefined)) of(schema)(data, { path: '', errors })
    return errors
  }
}

/** The place of each keyword among those that ajv goes through. */
const order: ReadonlyMap<string, number> = new Map(Object.keys(keywords).map((key, at) => [key, at]))

function checkOf(piece: JsonObject, root: JsonObject, of: CheckOf): Check {
  const checks: Check[] = []
  const named = Object.keys(piece).filter((key) => !silent.has(key))
  for (const key of named.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
    const [make, value] = [keywords[key], piece[key]]
    if (make === undefined || value === undefined) throw new Error(`no check of the keyword ${key}`)
    checks.push(make(key === '$ref' ? definition(value, root) : value, piece, of))
  }
  const [only] = checks
  return checks.length === 1 && only !== undefined ? only : every(checks)
}

function every(checks: readonly Check[]): Check {
  return (data, place) => {
    let fits = true
    for (const check of checks) {
      if (check(data, place)) continue
      if (place === undefined) return false
      fits = false
    }
    return fits
  }
}

function definition(pointer: Json, root: JsonObject): Json {
  const [, name = ''] = /^#\/\$defs\/(\w+)$/.exec(String(pointer)) ?? []
  const found = isObject(root.$defs) ? root.$defs[name] : undefined
  if (found === undefined) throw new Error(`the schema has no ${String(pointer)}`)
  return found
}
