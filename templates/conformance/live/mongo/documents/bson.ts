import mongoose from 'mongoose'
import type { FieldFact } from '../../../expected/facts.ts'
import { typeOf } from '../../values/types.ts'
import type { Spec } from '../facts.ts'

const { BSONRegExp, Binary, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } =
  mongoose.mongo

/** The types that BSON knows and drivers still write, as MongoDB calls them. */
export type BsonName =
  | 'array'
  | 'binData'
  | 'bool'
  | 'date'
  | 'decimal'
  | 'double'
  | 'int'
  | 'javascript'
  | 'long'
  | 'maxKey'
  | 'minKey'
  | 'null'
  | 'object'
  | 'objectId'
  | 'regex'
  | 'string'
  | 'timestamp'

const samples: Readonly<Record<BsonName, unknown>> = {
  array: [],
  binData: new Binary(new Uint8Array([1, 2, 3])),
  bool: true,
  date: new Date(0),
  decimal: Decimal128.fromString('1.5'),
  double: new Double(1.5),
  int: new Int32(1),
  javascript: new Code('return 1'),
  long: Long.fromNumber(1),
  maxKey: new MaxKey(),
  minKey: new MinKey(),
  null: null,
  object: {},
  objectId: new ObjectId('65f1c0ffee0123456789abcd'),
  regex: new BSONRegExp('a'),
  string: 'a text',
  timestamp: new Timestamp({ t: 1, i: 1 }),
}

const textual: readonly BsonName[] = ['string']
const moment: readonly BsonName[] = ['date']

/** What a scalar of the spec is in a document. A number of JavaScript is sent as `int` where it is whole and small. */
const scalars: Readonly<Record<string, readonly BsonName[]>> = {
  string: textual,
  text: textual,
  email: textual,
  url: textual,
  external_id: textual,
  ulid: textual,
  int: ['int'],
  bigint: ['long'],
  float: ['double', 'int', 'long'],
  decimal: ['decimal'],
  boolean: ['bool'],
  timestamp: moment,
  date: moment,
  object_id: ['objectId'],
  uuid: ['binData'],
  bytes: ['binData'],
  json: ['object', 'array', 'string', 'bool', 'double', 'int', 'long'],
}

/** The types that a single value of a field may have. */
export function bsonOf(spec: Spec, fact: FieldFact): readonly BsonName[] {
  const type = typeOf(spec, fact)
  switch (type.kind) {
    case 'value':
      return ['object']
    case 'ref':
      return type.holds === 'object_id' ? ['objectId'] : textual
    case 'enum':
    case 'key':
    case 'part':
      return textual
    case 'scalar': {
      const names = scalars[type.name]
      if (names === undefined) throw new Error(`no scalar is called ${type.name}`)
      return names
    }
  }
}

/** A value of every type but these. */
export function otherTypes(
  allowed: readonly BsonName[],
): readonly { readonly name: string; readonly value: unknown }[] {
  return Object.entries(samples).flatMap(([name, value]) =>
    allowed.some((one) => one === name) ? [] : [{ name, value }],
  )
}
