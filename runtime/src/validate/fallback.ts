import type { FieldDescription } from '../description/field.ts'
import { newUlid } from '../ids/ulid.ts'
import { newUuid7 } from '../ids/uuid.ts'
import { type Check, Problems } from './problems.ts'

/** What a field is where it was left out; undefined where it has no default. */
export function fallbackOf(field: FieldDescription, check: Check): (() => unknown) | undefined {
  switch (field.default?.kind) {
    case undefined:
      return undefined
    case 'now':
      return () => new Date()
    case 'uuid7':
      return newUuid7
    case 'ulid':
      return newUlid
    case 'emptyList':
      return () => []
    case 'literal': {
      // As the check gives it: a decimal as a text, a moment as a Date.
      const value = check(field.default.value, new Problems())
      return () => value
    }
  }
}
