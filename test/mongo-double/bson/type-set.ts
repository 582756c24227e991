import { badValue, failedToParse, typeMismatch } from '../server-error.ts'
import { type BsonTypeName, typeName } from './type-name.ts'
import { type BsonValue, isArray, isNumber, toNumber } from './value.ts'

/** A type as `$type` and `bsonType` name it; `number` is all four of them. */
export type TypeAlias = Exclude<BsonTypeName, 'missing'> | 'number' | 'undefined' | 'dbPointer' | 'javascriptWithScope'

/** https://www.mongodb.com/docs/v7.0/reference/bson-types/ */
const aliasOfCode: ReadonlyMap<number, TypeAlias> = new Map<number, TypeAlias>([
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
])

const aliases: ReadonlySet<string> = new Set<string>([...aliasOfCode.values(), 'number'])

const isAlias = (name: string): name is TypeAlias => aliases.has(name)

/** One type or several, by alias or by number. */
export function parseTypeSet(operand: BsonValue): readonly TypeAlias[] {
  return (isArray(operand) ? operand : [operand]).map(parseType)
}

function parseType(operand: BsonValue): TypeAlias {
  if (isNumber(operand)) {
    const alias = aliasOfCode.get(toNumber(operand))
    return alias ?? badValue(`Invalid numerical type code: ${toNumber(operand)}`)
  }
  if (typeof operand !== 'string') typeMismatch('type must be represented as a number or a string')
  return isAlias(operand) ? operand : badValue(`Unknown type name alias: ${operand}`)
}

/** The types of `type`, JSON Schema's own keyword, which knows neither numbers nor BSON's types. */
export function parseJsonTypeSet(operand: BsonValue): readonly TypeAlias[] {
  return (isArray(operand) ? operand : [operand]).map((name) => {
    switch (name) {
      case 'object':
      case 'array':
      case 'string':
      case 'number':
      case 'null':
        return name
      case 'boolean':
        return 'bool'
      case 'integer':
        return failedToParse("$jsonSchema type 'integer' is not currently supported.")
      default:
        return typeof name === 'string'
          ? badValue(`Unknown type name alias: ${name}`)
          : typeMismatch("$jsonSchema keyword 'type' must be either a string or an array of strings")
    }
  })
}

export function isOneOfTypes(value: BsonValue, types: readonly TypeAlias[]): boolean {
  const name = typeName(value)
  return types.some((type) => (type === 'number' ? isNumber(value) : type === name))
}
