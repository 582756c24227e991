import { PrismaPg } from '@prisma/adapter-pg'
import { quoted } from '../../../runtime/src/postgres/quoted.ts'
import type { PrismaDelegate } from '../../../runtime/src/stores/postgres.ts'
import { query } from '../../support/postgres-server.ts'
import type { World } from '../support/world.ts'

/**
 * A world that holds what one tenant sees of another world and nothing else: no other tenant, nothing deleted. What a scope
 * answers there is what bare Prisma answers here.
 */
export interface Twin {
  delegate(member: string): PrismaDelegate
  close(): Promise<void>
}

export async function twinOf(world: World, empty: World, tenantId: string, members: readonly string[]): Promise<Twin> {
  for (const member of members) {
    const entity = world.description.entities[member]
    if (entity?.table === undefined) throw new TypeError(`${member} has no table`)
    const { table, fields } = entity.table
    const column = (kept: string): string | undefined => fields.find((field) => field.kept === kept)?.column
    const tenant = entity.tenancy === 'self' ? column('id') : column('tenant')
    const seen = [
      ...(tenant === undefined ? [] : [`${quoted(tenant)} = '${tenantId}' OR ${quoted(tenant)} IS NULL`]),
      ...(column('deletedOn') === undefined ? [] : [`${quoted(column('deletedOn') ?? '')} IS NULL`]),
    ]
    const where = seen.length === 0 ? '' : `WHERE (${seen.join(') AND (')})`
    const rows = await query(world.superuserUrl, `SELECT to_jsonb(t) AS row FROM public.${quoted(table)} AS t ${where}`)
    const literal = `'${JSON.stringify(rows.map(({ row }) => row)).replaceAll("'", "''")}'`
    await query(
      empty.superuserUrl,
      `SET session_replication_role = replica;
       INSERT INTO public.${quoted(table)} SELECT * FROM jsonb_populate_recordset(NULL::public.${quoted(table)}, ${literal}::jsonb)`,
    )
  }
  await query(empty.superuserUrl, `SET session_replication_role = replica; ${withoutDangling(empty, members)}`)
  const adapter = new PrismaPg({ connectionString: empty.superuserUrl, max: 2 })
  const client = empty.parts.prismaClient?.(adapter) as Readonly<Record<string, unknown>> & {
    $disconnect(): Promise<void>
  }
  return {
    delegate: (member) => client[empty.description.entities[member]?.table?.delegate ?? ''] as PrismaDelegate,
    close: () => client.$disconnect(),
  }
}

/** What refers to a record that is not seen refers to none. */
function withoutDangling({ description }: World, members: readonly string[]): string {
  return members
    .flatMap((member) => {
      const { table, fields = [] } = description.entities[member]?.table ?? {}
      return fields.flatMap(({ type, optional, column }) => {
        if (type.kind !== 'ref' || type.holds !== 'id' || optional !== true || !members.includes(type.entity)) return []
        const [own, to] = [quoted(table ?? ''), quoted(description.entities[type.entity]?.table?.table ?? '')]
        const at = quoted(column)
        return [`UPDATE ${own} AS t SET ${at} = NULL WHERE NOT EXISTS (SELECT FROM ${to} AS o WHERE o.id = t.${at});`]
      })
    })
    .join('\n')
}
