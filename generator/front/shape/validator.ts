import type { Json, JsonObject } from '../schema/json-schema.ts'
import { validate as compiled } from './validate.gen.ts'

/** One failed keyword of the JSON Schema, as ajv gives it. */
export interface ShapeError {
  readonly keyword: string
  /** JSON pointer of the value that failed. */
  readonly instancePath: string
  readonly params: {
    readonly additionalProperty?: string
    readonly missingProperty?: string
    readonly allowedValues?: readonly Json[]
    readonly limit?: number
    /** Of the two equal items, the later and the earlier. */
    readonly i?: number
    readonly j?: number
  }
  /** The piece of the schema that the keyword stands in. */
  readonly parentSchema: JsonObject
  /** Set where it is a key that failed, and not its value. */
  readonly propertyName?: string
}

interface Compiled {
  (data: unknown): boolean
  errors?: readonly ShapeError[] | null
}

/** Checks plain data against the language's schema; empty where it fits. */
export function schemaErrors(data: unknown): readonly ShapeError[] {
  // The module is generated and has no types of its own; this is the one place that gives it some.
  const validator = compiled as Compiled
  return validator(data) ? [] : (validator.errors ?? [])
}
