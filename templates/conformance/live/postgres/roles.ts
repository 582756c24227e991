import type { Connection } from './connection.ts'
import type { Spec } from './facts.ts'
import { identifier } from './sql.ts'

// Who acts, for the rest of a transaction or until another acts. Without roles, everything is done by who connected.

/** The role that sees and writes the rows of all tenants. */
export async function asSystem(db: Connection, spec: Spec): Promise<void> {
  await become(db, spec.roles?.system, null)
}

/** The application, speaking for a tenant, or for none. */
export async function asApp(db: Connection, spec: Spec, tenant: string | null | undefined): Promise<void> {
  await become(db, spec.roles?.app, tenant ?? null)
}

/** Whoever loads historic rows, speaking for a tenant, or for none. */
export async function asLoader(db: Connection, spec: Spec, tenant: string | null): Promise<void> {
  await become(db, spec.roles?.loader, tenant)
}

/** The role that owns the tables. */
export async function asOwner(db: Connection, spec: Spec): Promise<void> {
  await become(db, spec.roles?.owner, null)
}

async function become(db: Connection, role: string | undefined, tenant: string | null): Promise<void> {
  if (role === undefined) return
  // Both in one message: it goes back and forth once.
  await db.query(`SET LOCAL ROLE ${identifier(role)}; SET LOCAL app.tenant_id = '${tenantText(tenant)}'`)
}

/** Only what can be no more than an id ever gets into the text of a statement. */
function tenantText(tenant: string | null): string {
  if (tenant === null) return ''
  if (!/^[0-9A-Za-z-]{26,36}$/.test(tenant)) throw new Error('this is no id of a tenant')
  return tenant
}
