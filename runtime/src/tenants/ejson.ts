import type { Description } from '../description/description.ts'
import type { FieldDescription } from '../description/field.ts'
import type { StoredDocument } from '../stores/documents.ts'

/**
 * A document as a line of MongoDB's Extended JSON (canonical where a type would be lost), so that `mongoimport` takes it back.
 * @param withheld members that are left out
 */
export function ejsonOf(
  document: StoredDocument,
  fields: readonly FieldDescription[],
  description: Description,
  withheld: ReadonlySet<string>,
): string {
  const { _id, ...members } = document
  return JSON.stringify({ _id: { $oid: _id }, ...record(members, fields, description, withheld) })
}

function record(
  members: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  description: Description,
  withheld: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const types = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(members)
      .filter(([name]) => !withheld.has(name))
      .map(([name, value]) => {
        const field = types.get(name)
        return [
          name,
          Array.isArray(value) && field?.list === true
            ? value.map((one) => typed(one, field, description))
            : typed(value, field, description),
        ]
      }),
  )
}

const none: ReadonlySet<string> = new Set()

function typed(value: unknown, field: FieldDescription | undefined, description: Description): unknown {
  if (value === null || value === undefined) return null
  const type = field?.type
  if (type?.kind === 'value') {
    return record(Object(value), description.valueTypes[type.valueType] ?? [], description, none)
  }
  if (type?.kind === 'ref' && type.holds === 'object_id') return { $oid: value }
  if (type?.kind !== 'scalar') return plain(value)
  switch (type.scalar) {
    case 'object_id':
      return { $oid: value }
    case 'decimal':
      return { $numberDecimal: String(value) }
    case 'bigint':
      return { $numberLong: String(value) }
    case 'uuid':
      return { $uuid: value }
    default:
      return plain(value)
  }
}

/** By what it is, where the spec does not say: within `json`. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof Uint8Array) return { $binary: { base64: Buffer.from(value).toString('base64'), subType: '00' } }
  if (typeof value === 'bigint') return { $numberLong: String(value) }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}
