import { assertNever } from '../../base/internal-error.ts'
import type { BsonType } from '../../live/mongo/description.ts'
import type { FieldType, ScalarName } from '../../model/type.ts'

/** What a single value of a field may be in a document. */
export function bsonTypesOf(type: FieldType): readonly BsonType[] {
  switch (type.kind) {
    case 'scalar':
      return scalarTypes(type.scalar)
    case 'value':
      return ['object']
    case 'ref':
      return type.holds === 'object_id' ? ['objectId'] : ['string']
    case 'enum':
    case 'key':
    case 'part':
      return ['string']
    default:
      return assertNever(type)
  }
}

/** A number of JavaScript is sent as `int` where it is whole and small, else as `double`. */
const floatTypes: readonly BsonType[] = ['double', 'int', 'long']
const jsonTypes: readonly BsonType[] = ['object', 'array', 'string', 'bool', 'double', 'int', 'long']

function scalarTypes(scalar: ScalarName): readonly BsonType[] {
  switch (scalar) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
    case 'ulid':
      return ['string']
    case 'int':
      return ['int']
    case 'bigint':
      return ['long']
    case 'float':
      return floatTypes
    case 'decimal':
      return ['decimal']
    case 'boolean':
      return ['bool']
    case 'timestamp':
    case 'date':
      return ['date']
    case 'object_id':
      return ['objectId']
    case 'uuid':
    case 'bytes':
      return ['binData']
    case 'json':
      return jsonTypes
    default:
      return assertNever(scalar)
  }
}
