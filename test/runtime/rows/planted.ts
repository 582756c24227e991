import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ulid } from 'ulid'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { quoted } from '../../../runtime/src/postgres/quoted.ts'
import { unknownUuid, validValue } from '../support/values.ts'
import type { World } from '../support/world.ts'

let count = 0

/**
 * Puts a row into a table without what it refers to and in any state, with no trigger asked: where a test begins, and no way
 * that an application has. Its public id.
 */
export async function planted(
  world: World,
  member: string,
  tenantId: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const table = world.description.entities[member]?.table
  if (table === undefined) throw new TypeError(`${member} has no table`)
  count += 1
  const refId = ulid()
  const values = table.fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = given[field.name] ?? plantedValue(field, world, tenantId, refId)
    return value === undefined ? [] : [[quoted(field.column), value]]
  })
  const client = new pg.Client({ connectionString: world.superuserUrl })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    const places = values.map((_, at) => `$${at + 1}`).join(', ')
    const columns = values.map(([column]) => column).join(', ')
    await client.query(
      `INSERT INTO public.${quoted(table.table)} (${columns}) VALUES (${places})`,
      values.map(([, value]) => value),
    )
  } finally {
    await client.end()
  }
  return refId
}

function plantedValue(field: FieldDescription, world: World, tenantId: string, refId: string): unknown {
  const { kept, type, optional } = field
  if (kept === 'id') return randomUUID()
  if (kept === 'refId') return refId
  if (kept === 'tenant') return tenantId
  // Ids have no default in SQL.
  const hasDefault = field.default !== undefined && field.default.kind !== 'ulid' && field.default.kind !== 'uuid7'
  if (kept !== undefined || optional === true || hasDefault) return undefined
  if (type.kind === 'ref') return type.holds === 'id' ? unknownUuid(count) : count.toString(16).padStart(24, '0')
  if (type.kind === 'key') return `nowhere/${count}`
  if (type.kind === 'part') return count.toString(16).padStart(24, '0')
  return validValue(field, world.description, count)
}
