import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { FieldDescription, Kept } from '../description/field.ts'
import { type InputIssue, InvalidInput } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { isUuid } from '../ids/uuid.ts'
import { checkedInput } from '../validate/input-schema.ts'

/** A row as it was: every member of the entity may be given, those that the data layer writes too. */
export type HistoricRow = Readonly<Record<string, unknown>>

/**
 * The row as it is to be kept. What a caller may write is checked as any input is, and the rest by its form.
 *
 * @throws InvalidInput with every issue; values are in none
 */
export function historicRow(
  description: Description,
  member: string,
  entity: EntityDescription,
  row: HistoricRow,
): HistoricRow {
  const { fields = [], lifecycle } = entity.table ?? {}
  const issues: InputIssue[] = []
  const own: Record<string, unknown> = {}
  const rest: Record<string, unknown> = { ...row }
  for (const field of fields) {
    const isState = field.name === lifecycle?.field
    if ((field.kept === undefined && !isState) || !(field.name in rest)) continue
    const value = rest[field.name]
    delete rest[field.name]
    if (value === undefined) continue
    const fault = isState ? stateFault(field, value, description) : keptFault(field, field.kept, value)
    if (fault === undefined)
      own[field.name] = isMoment(field.kept) && typeof value === 'string' ? new Date(value) : value
    else issues.push({ path: [field.name], message: fault })
  }
  if (issues.length > 0) throw new InvalidInput(`load of ${member}`, issues, { entity: member })
  return { ...checkedInput(description, member, 'create', rest), ...own }
}

function stateFault({ type }: FieldDescription, value: unknown, { enums }: Description): string | undefined {
  const values = type.kind === 'enum' ? (enums[type.enum] ?? []) : []
  return values.some((one) => one === value) ? undefined : `must be one of ${values.join(', ')}`
}

function keptFault({ optional }: FieldDescription, kept: Kept | undefined, value: unknown): string | undefined {
  if (value === null) return optional === true ? undefined : 'must not be null'
  switch (kept) {
    case 'id':
      return isUuid(value) ? undefined : 'must be a UUID in lower case'
    case 'refId':
      return isUlid(value) ? undefined : 'must be a ULID'
    case 'createdBy':
    case 'updatedBy':
    case 'deletedBy':
      return isUuid(value) || isUlid(value) ? undefined : 'must be a public id of a user, or a UUID'
    case 'createdOn':
    case 'updatedOn':
    case 'deletedOn':
      return momentOf(value) === undefined ? 'must be a Date, or a text such as 2026-03-01T12:00:00Z' : undefined
    case 'revision':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'must be a whole number from 0'
    case 'tenant':
    case undefined:
      return 'is taken from the scope'
  }
}

function isMoment(kept: Kept | undefined): boolean {
  return kept === 'createdOn' || kept === 'updatedOn' || kept === 'deletedOn'
}

/** Undefined where it is no moment. */
export function momentOf(value: unknown): Date | undefined {
  const isText = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value)
  if (!(value instanceof Date || isText)) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}
