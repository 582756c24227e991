import { languageSchema } from '../schema/language.ts'
import { schemaCheck } from './schema-check.ts'
import type { SchemaError } from './schema-keywords.ts'

/** One failed keyword of the language's schema. */
export type ShapeError = SchemaError

/** Checks plain data against the language's schema; empty where it fits. */
export const schemaErrors: (data: unknown) => readonly ShapeError[] = schemaCheck(languageSchema)
