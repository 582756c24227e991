import { InternalError } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import { fieldNamed, type PostgresEntity } from '../../model/lookup.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { Expression } from '../../print/sql/expression.ts'
import type { Qualified } from '../../print/sql/tree.ts'
import { columnTypeOf } from './column-type.ts'

/** The table of an entity's rows. */
export function tableOf({ postgres }: PostgresEntity): Qualified {
  return { schema: 'public', name: postgres.table.text }
}

/** A field's column in an expression; `row` where a trigger sees the row before and after. */
export function columnOf(field: Field, row?: 'old' | 'new'): Expression {
  const name = field.physical.text
  const type = columnTypeOf(field).base
  return row === undefined ? { kind: 'column', name, type } : { kind: 'column', name, type, row }
}

/** The columns of fields of one part, by their logical names. */
export function columnNames(part: PostgresPart, fields: readonly string[]): readonly string[] {
  return fields.map((field) => fieldNamed(part, field).physical.text)
}

/** The field that holds the tenant of a row; none where the entity has no tenant or is the tenant itself. */
export function tenantFieldOf({ postgres }: PostgresEntity): Field | undefined {
  return postgres.fields.find(({ origin }) => origin.kind === 'tenant')
}

/** The field of the primary key; a partitioned table's key holds the partition's column too. */
export function idFieldOf({ postgres }: PostgresEntity): Field {
  const [id] = postgres.primaryKey
  if (id === undefined) throw new InternalError(`${postgres.table.text} has no primary key`)
  return fieldNamed(postgres, id)
}

/** A name that `resolve` has decided: nothing behind it invents one. */
export function resolvedName(name: PhysicalName | undefined, of: string): string {
  if (name === undefined) throw new InternalError(`no name was resolved for ${of}`)
  return name.text
}
