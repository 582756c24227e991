import type { Secrets } from '../scoped/secrets.ts'
import { placeOf } from '../secrets/fields.ts'
import type { Reading } from './selection.ts'

export type Row = Record<string, unknown>

/** A row as a caller gets it: secrets opened, at every depth, and deleted records gone that were optional. */
export async function readOut(row: Row, reading: Reading, secrets: Secrets): Promise<Row> {
  const { extra } = reading
  for (const { relation, reading: inner, deletedOn } of reading.relations) {
    const value = row[relation.name]
    if (Array.isArray(value)) {
      if (inner !== undefined) await Promise.all(value.map((one: Row) => readOut(one, inner, secrets)))
    } else if (isRow(value)) {
      if (deletedOn !== undefined && value[deletedOn] !== null) row[relation.name] = null
      else if (inner !== undefined) await readOut(value, inner, secrets)
    }
  }
  await open(row, reading, secrets)
  for (const name of extra) delete row[name]
  return row
}

async function open(row: Row, { shape, secrets: fields }: Reading, secrets: Secrets): Promise<void> {
  const refId = shape.kept.refId === undefined ? undefined : row[shape.kept.refId]
  for (const field of fields) {
    const sealed = row[field.name]
    if (typeof sealed !== 'string' || typeof refId !== 'string') continue
    row[field.name] = await secrets.open(sealed, placeOf(shape.entity.name, field), refId)
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}
