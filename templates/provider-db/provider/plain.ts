import type { Types } from 'mongoose'
import type { DocumentId, Uuid } from '../ids.ts'
import type { Json } from '../types/json.ts'

/** A document as the data layer gives it: without its `_id`, and without classes of MongoDB's driver. */
export type PlainDocument<Document> = {
  [Member in keyof Document as Exclude<Member, '_id'>]: PlainValue<Document[Member]>
}

/** Decimals as texts, so that they stay exact; ids in hexadecimal. */
type PlainValue<Value> = Json extends Value
  ? Value
  : Value extends Types.Decimal128
    ? string
    : Value extends Types.ObjectId
      ? DocumentId<string>
      : Value extends Types.UUID
        ? Uuid
        : Value extends Uint8Array
          ? Uint8Array
          : Value extends Date | string | number | bigint | boolean | null | undefined
            ? Value
            : Value extends readonly (infer Item)[]
              ? PlainValue<Item>[]
              : { [Member in keyof Value]: PlainValue<Value[Member]> }
