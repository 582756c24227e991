/** An object of JSON. */
export interface JsonObject {
  [key: string]: unknown
}

/** A value of JSON that is not null; where null is meant, the field says so. */
export type Json = string | number | boolean | JsonObject | unknown[]

/** What a value is once it went through JSON: dates are texts, and so is what has a `toJSON`. */
export type InJson<Value> = Value extends { toJSON(...keys: never[]): infer Written }
  ? Written
  : Value extends readonly (infer Item)[]
    ? InJson<Item>[]
    : Value extends string | number | boolean | null | undefined
      ? Value
      : Value extends bigint
        ? string
        : { [Key in keyof Value]: InJson<Value[Key]> }
