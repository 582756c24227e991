import type { Tenant } from '../stores/scope.ts'
import { type EraseOptions, type EraseReport, eraseTenant } from '../tenants/erase.ts'
import { type ExportOptions, type ExportSummary, exportTenant } from '../tenants/export.ts'
import { type ExportSink, folderSink } from '../tenants/sink.ts'

import type { Core } from './core.ts'

/** All of one tenant, over every store. */
export interface TenantData {
  /**
   * Both ids of a tenant, for what takes them; of one that counts as deleted, too.
   *
   * @throws Missing where there is no such tenant
   */
  resolve(refId: string): Promise<Tenant>
  /** Writes all that is the tenant's to a folder or a sink; another call goes on where one was broken off. */
  export(tenant: string | Tenant, to: string | ExportSink, options?: ExportOptions): Promise<ExportSummary>
  /** Removes all that is the tenant's, save what locks and append-only tables keep, which it names. */
  erase(tenant: string | Tenant, options: EraseOptions): Promise<EraseReport>
}

export function tenantDataOf({ systemStores: stores, observer, tenants, task }: Core): TenantData {
  return {
    resolve: (refId) => task('tenants.resolve', () => tenants.evenDeleted(refId)),
    export: (given, to, options) =>
      task('tenants.export', async () => {
        const sink = typeof to === 'string' ? folderSink(to) : to
        return exportTenant(stores, observer, await tenants.evenDeleted(given), sink, options)
      }),
    erase: (given, options) =>
      task('tenants.erase', async () => {
        const tenant = await tenants.evenDeleted(given)
        try {
          return await eraseTenant(stores, observer, tenant, options)
        } finally {
          tenants.forget()
        }
      }),
  }
}
