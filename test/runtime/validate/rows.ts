import type { Client } from 'pg'
import type { TableDescription } from '../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'

/** Writes a row by SQL, and gives what PostgreSQL or its driver said against it. */
export async function insertRow(
  client: Client,
  { table, fields }: TableDescription,
  record: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const row: Readonly<Record<string, unknown>> = { id: newUuid7(), refId: newUlid(), ...record }
  const written = fields.filter(({ name }) => row[name] !== undefined)
  const names = written.map(({ column }) => `"${column}"`).join(', ')
  const places = written.map((_, at) => `$${at + 1}`).join(', ')
  try {
    const values = written.map((field) => parameter(field, row[field.name]))
    await client.query('begin')
    await client.query(`insert into "${table}" (${names}) values (${places})`, values)
    return undefined
  } catch (error) {
    return error
  } finally {
    await client.query('rollback')
  }
}

/** As the driver wants it: JSON as a text, a day without a time. */
function parameter({ type, list }: FieldDescription, value: unknown): unknown {
  if (value === null) return null
  const isJson = type.kind === 'value' || (type.kind === 'scalar' && type.scalar === 'json')
  if (isJson) return JSON.stringify(value)
  if (type.kind === 'scalar' && type.scalar === 'date' && value instanceof Date) return value.toISOString().slice(0, 10)
  if (value instanceof Date) return value.toISOString()
  if (type.kind === 'scalar' && type.scalar === 'bytes' && value instanceof Uint8Array) return Buffer.from(value)
  if (list === true && Array.isArray(value)) return value
  return typeof value === 'bigint' ? String(value) : value
}
