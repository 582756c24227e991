import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { ulid } from 'ulid'
import { alwaysQuoted } from '../../../generator/print/sql/quote.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { validValue } from './values.ts'

/** A tenant with one person who works for it. */
export interface SeededTenant {
  readonly id: string
  readonly refId: string
  readonly user: { readonly id: string; readonly refId: string }
}

let count = randomBytes(3).readUIntBE(0, 3)

/** Puts a tenant and a person of it into the tables, by SQL of its own and not by what is tested. */
export async function seedTenant(superuserUrl: string, description: Description): Promise<SeededTenant> {
  const { tenancy } = description
  if (tenancy === undefined) throw new TypeError(`${description.project} has no tenants`)
  const tenant = await insert(superuserUrl, description, tenancy.entity, undefined)
  const user =
    tenancy.user === undefined
      ? { id: '', refId: '' }
      : await insert(superuserUrl, description, tenancy.user, tenant.id)
  return { ...tenant, user }
}

/** Puts a record of no tenant into its table: what all of them share. */
export async function seedShared(
  superuserUrl: string,
  description: Description,
  member: string,
): Promise<{ readonly id: string; readonly refId: string }> {
  return await insert(superuserUrl, description, member, undefined)
}

async function insert(
  url: string,
  description: Description,
  member: string,
  tenantId: string | undefined,
): Promise<{ readonly id: string; readonly refId: string }> {
  const table = description.entities[member]?.table
  if (table === undefined) throw new TypeError(`${member} has no table`)
  count += 1
  const ids = { id: randomUUID(), refId: ulid() }
  const filled = table.fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = columnValue(field, description, ids, tenantId)
    return value === undefined ? [] : [[alwaysQuoted(field.column), value]]
  })
  const columns = filled.map(([column]) => column).join(', ')
  const places = filled.map((_, at) => `$${at + 1}`).join(', ')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO public.${alwaysQuoted(table.table)} (${columns}) VALUES (${places})`,
      filled.map(([, value]) => value),
    )
  } finally {
    await client.end()
  }
  return ids
}

/** Of what may not be left out alone. */
function columnValue(
  field: FieldDescription,
  description: Description,
  ids: { readonly id: string; readonly refId: string },
  tenantId: string | undefined,
): unknown {
  if (field.kept === 'id') return ids.id
  if (field.kept === 'refId') return ids.refId
  if (field.kept === 'tenant') return tenantId
  if (field.kept !== undefined || field.optional === true || field.default !== undefined) return undefined
  return validValue(field, description, count)
}
