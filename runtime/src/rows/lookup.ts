import type { Description } from '../description/description.ts'
import { quotedPath } from '../postgres/quoted.ts'
import { entityIn } from '../scoped/context.ts'
import type { Scope, Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { shapeOf } from './shape.ts'

/** A record that was found before its tenant was known. */
export interface FoundRow {
  readonly tenant: Tenant
  readonly refId: string
}

interface Found {
  readonly tenant_id: string | null
  readonly ref_id: string
}

/** The application's role, for which no tenant is set: it sees what functions show it. */
const nobody: Scope = { kind: 'plain' }

/**
 * Live records with a value, of whichever tenant, by the function that the spec has made for it. Records that all tenants
 * share are nobody's, and so are left out.
 *
 * @throws TypeError for a field that is not looked up: the description names those that are
 */
export async function lookup(
  stores: Stores,
  member: string,
  field: string,
  value: string,
): Promise<readonly FoundRow[]> {
  const found = await ask(stores, member, field, value)
  const { description, postgres } = stores
  const isTenant = description.tenancy?.entity === member
  const rows = found.flatMap(({ tenant_id: id, ref_id: refId }) => (id === null ? [] : [{ id, refId }]))
  if (isTenant) return rows.map((tenant) => ({ tenant, refId: tenant.refId }))
  const answers: FoundRow[] = []
  for (const { id, refId } of rows) {
    const tenant = await tenantOf(description, postgres, id)
    if (tenant !== undefined) answers.push({ tenant, refId })
  }
  return answers
}

/** What a function finds: whose it is and its public id, and nothing else. */
export async function ask(
  { description, postgres }: Stores,
  member: string,
  field: string,
  value: string,
): Promise<readonly Found[]> {
  const lookups = entityIn(description, member).table?.lookups ?? {}
  const name = Object.hasOwn(lookups, field) ? lookups[field] : undefined
  if (name === undefined) throw new TypeError(`${member}.${field} is not looked up before the tenant is known`)
  const text = `select tenant_id, ref_id from ${quotedPath(name)}($1)`
  return await postgres.run(nobody, (session) => session.query<Found>(text, [value]), { readOnly: true })
}

/** The public id of a tenant, as it sees itself; undefined where it was deleted. */
async function tenantOf(
  description: Description,
  postgres: Stores['postgres'],
  id: string,
): Promise<Tenant | undefined> {
  const { table, kept, deletedOn } = shapeOf(description, description.tenancy?.entity ?? '')
  const { id: idMember = 'id', refId: refIdMember = 'refId' } = kept
  const where = { [idMember]: id, ...(deletedOn === undefined ? {} : { [deletedOn]: null }) }
  const row = await postgres.run(
    { kind: 'tenant', tenant: { id, refId: '' } },
    (session) => session.delegate(table.delegate).findFirst({ where, select: { [refIdMember]: true } }),
    { readOnly: true },
  )
  const refId = row?.[refIdMember]
  return typeof refId === 'string' ? { id, refId } : undefined
}
