import type { EntityDescription, TableDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'
import { quoted } from '../postgres/quoted.ts'
import type { Scope } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { encryptedFields, placeOf } from './fields.ts'
import { currentPrefix, type Resealed, type Rotation } from './reseal.ts'

interface Found {
  readonly id: string
  readonly ref_id: string
  readonly [column: string]: unknown
}

/** The rows of an entity, in the order of their ids; each batch and each change is a transaction of its own. */
export async function rotateRows(
  stores: Stores,
  scope: Scope,
  entity: EntityDescription,
  { reseal, batch, key, take }: Rotation,
): Promise<void> {
  const { table } = entity
  if (table === undefined) return
  const fields = encryptedFields(table.fields)
  const sql = statements(table, fields)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await stores.postgres.run(
      scope,
      (session) => session.query<Found>(sql.older, [after, currentPrefix(key), batch]),
      { readOnly: true },
    )
    const all: Resealed[] = []
    for (const row of rows)
      for (const field of fields) {
        const text = row[field.column]
        if (typeof text !== 'string' || text.startsWith(currentPrefix(key))) continue
        if (table.appendOnly) all.push({ outcome: 'kept' })
        else
          all.push(
            await reseal({ place: placeOf(entity.name, field), refId: row.ref_id, text }, (sealed) =>
              stores.postgres.run(scope, async (session) => {
                const changed = await session.query(sql.swap(field), [row.id, text, sealed])
                return changed.length === 1
              }),
            ),
          )
      }
    take(all)
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return
    after = last.id
  }
}

function statements(
  { table, fields }: TableDescription,
  secret: readonly FieldDescription[],
): { readonly older: string; swap(field: FieldDescription): string } {
  const columnOf = (kept: FieldDescription['kept']): string =>
    quoted(fields.find((field) => field.kept === kept)?.column ?? String(kept))
  const [id, refId] = [columnOf('id'), columnOf('refId')]
  const columns = secret.map(({ column }) => quoted(column))
  // `left`, and not `like`: names of keys may hold underscores.
  const isOlder = columns.map((column) => `left(${column}, length($2::text)) <> $2::text`).join(' or ')
  return {
    older: `select ${id} as id, ${refId} as ref_id, ${columns.join(', ')} from public.${quoted(table)}
      where ${id} > $1 and (${isOlder}) order by ${id} limit $3`,
    swap: ({ column }) =>
      `update public.${quoted(table)} set ${quoted(column)} = $3 where ${id} = $1 and ${quoted(column)} = $2 returning ${id} as id`,
  }
}
