import { Types } from 'mongoose'
import type { FieldFact } from '../expected/facts.ts'
import { typeOf } from './type.ts'

/** How a type of the spec appears in MongoDB. */
export interface MongoType {
  /** Mongoose's names for it. */
  readonly instances: readonly string[]
  /** The types of BSON that the server must take, and may take beside them. */
  readonly bson: readonly string[]
  readonly alsoBson?: readonly string[]
  /** A value of it. */
  readonly sample: unknown
}

const ulid = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const hex = '65f1c0ffee0123456789abcd'
const textual: MongoType = { instances: ['String'], bson: ['string'], sample: 'x' }
const moment: MongoType = { instances: ['Date'], bson: ['date'], sample: new Date(0) }

const scalars: Readonly<Record<string, MongoType>> = {
  string: textual,
  text: textual,
  email: { ...textual, sample: 'a@example.org' },
  url: { ...textual, sample: 'https://example.org/' },
  external_id: textual,
  ulid: { ...textual, sample: ulid },
  int: { instances: ['Int32', 'Number'], bson: ['int'], alsoBson: ['long', 'double'], sample: 1 },
  bigint: { instances: ['BigInt'], bson: ['long'], alsoBson: ['int'], sample: 1n },
  float: { instances: ['Number', 'Double'], bson: ['double'], alsoBson: ['int', 'long'], sample: 1.5 },
  decimal: { instances: ['Decimal128'], bson: ['decimal'], sample: Types.Decimal128.fromString('1.5') },
  boolean: { instances: ['Boolean'], bson: ['bool'], sample: true },
  timestamp: moment,
  date: moment,
  object_id: { instances: ['ObjectId'], bson: ['objectId'], sample: new Types.ObjectId(hex) },
  uuid: { instances: ['UUID'], bson: ['binData'], sample: new Types.UUID('01890a5d-ac96-774b-bcce-b302099a8057') },
  bytes: { instances: ['Buffer'], bson: ['binData'], sample: Buffer.from('x') },
  json: {
    instances: ['Mixed'],
    bson: ['object', 'array', 'string', 'bool', 'int', 'double'],
    alsoBson: ['long', 'decimal', 'date', 'null'],
    sample: { x: 1 },
  },
}

export function mongoType(fact: FieldFact): MongoType {
  const type = typeOf(fact)
  switch (type.kind) {
    case 'enum':
      return { ...textual, sample: type.values[0] }
    case 'value':
      return { instances: ['Embedded', 'DocumentArrayElement'], bson: ['object'], sample: {} }
    case 'ref':
      if (type.holds === 'object_id')
        return { ...textual, instances: ['ObjectId'], bson: ['objectId'], sample: new Types.ObjectId(hex) }
      return { ...textual, sample: ulid }
    case 'key':
      return textual
    case 'part':
      return { ...textual, sample: hex }
    case 'scalar': {
      const known = scalars[type.name]
      if (known === undefined) throw new Error(`no scalar is called ${type.name}`)
      return known
    }
  }
}

/** Whether a text must be a ULID. */
export function isUlidField(fact: FieldFact): boolean {
  const type = typeOf(fact)
  return type.kind === 'ref' ? type.holds === 'ref_id' : type.kind === 'scalar' && type.name === 'ulid'
}
