import type { Description } from '../description/description.ts'
import type { TableDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'
import type { ServerError } from './frame.ts'

/** What an error of the server is about, in the spec's words. */
export interface Subject {
  /** Member of the entity, and the name that the spec gives it. */
  readonly member?: string
  readonly entity?: string
  readonly table?: TableDescription
  readonly field?: FieldDescription
}

/** Errors name tables, columns and constraints; callers know entities and members. */
export function subjectOf(description: Description, { table: tableName, column, constraint }: ServerError): Subject {
  const [member, found] =
    Object.entries(description.entities).find(([, { table }]) =>
      tableName === undefined
        ? constraint !== undefined && table !== undefined && Object.hasOwn(table.uniques, constraint)
        : table?.table === tableName,
    ) ?? []
  if (member === undefined || found?.table === undefined) return {}
  const { table } = found
  const field = table.fields.find((one) => one.column === column || isNamedIn(constraint, one, table))
  return { member, entity: found.name, table, ...(field === undefined ? {} : { field }) }
}

/** Of a check or a foreign key that the spec did not name itself: `goals_position_check`. */
function isNamedIn(constraint: string | undefined, { column }: FieldDescription, table: TableDescription): boolean {
  if (constraint === undefined) return false
  const tenant = table.fields.find(({ kept }) => kept === 'tenant')?.column
  return (
    constraint === `${table.table}_${column}_check` ||
    constraint === `${table.table}_${column}_fkey` ||
    (tenant !== undefined && constraint === `${table.table}_${tenant}_${column}_fkey`)
  )
}
