import type { FieldDescription } from '../description/field.ts'
import { fallbackOf } from './fallback.ts'
import type { Check } from './problems.ts'
import type { ShapeMember } from './shape.ts'

export interface MemberUse {
  readonly check: Check
  readonly alias?: ShapeMember['alias']
  readonly refusal?: string | undefined
  /** Whether what is optional is written as null: documents hold every key. */
  readonly fillsNull: boolean
}

/** How a record has a field. */
export function memberOf(field: FieldDescription, { check, alias, refusal, fillsNull }: MemberUse): ShapeMember {
  const isOptional = field.optional === true
  const fallback = fallbackOf(field, check) ?? (isOptional && fillsNull ? () => null : undefined)
  return {
    name: field.name,
    check,
    ...(alias === undefined ? {} : { alias }),
    ...(refusal === undefined ? {} : { refusal }),
    required: !isOptional,
    ...(fallback === undefined ? {} : { fallback }),
  }
}
