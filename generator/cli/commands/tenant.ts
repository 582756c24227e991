import { resolve } from 'node:path'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { eraseTenant } from '../../../runtime/src/tenants/erase.ts'
import { exportTenant } from '../../../runtime/src/tenants/export.ts'
import { goneTenant, knownTenant } from '../../../runtime/src/tenants/known-tenant.ts'
import { folderSink } from '../../../runtime/src/tenants/sink.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { untilInterrupted } from '../data/interrupted.ts'
import { eraseProgress, eraseText, exportProgress, exportText } from '../data/tenant-text.ts'
import { withStores } from '../data/with-stores.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export interface TenantExportOptions {
  readonly to: string
  readonly secrets?: boolean
  readonly format: 'text' | 'json'
}

/** Writes all of a tenant to a folder; goes on in one that was not finished. */
export async function tenantExportCommand(
  session: Session,
  refId: string,
  { to, secrets = false, format }: TenantExportOptions,
): Promise<ExitCode> {
  const { io } = session
  return await withTenants(session, async (stores, stages, signal) => {
    const tenant = await knownTenant(stores, refId)
    if (tenant === undefined) throw new UserError(`there is no tenant ${refId}`)
    const summary = await exportTenant(stores, silent, tenant, folderSink(resolve(io.cwd, to)), {
      secrets,
      signal,
      onProgress: (progress) => stages.show(exportProgress(progress)),
    })
    stages.clear()
    if (format === 'json') io.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`)
    else io.stdout.write(exportText(summary, to))
    return summary.isWhole ? clean : failed
  })
}

export interface TenantEraseOptions {
  readonly dryRun?: boolean
  readonly yes?: boolean
  readonly format: 'text' | 'json'
}

/** Removes all of a tenant that can be removed, and names the rest. Exits 1 where something stays. */
export async function tenantEraseCommand(
  session: Session,
  refId: string,
  { dryRun = false, yes = false, format }: TenantEraseOptions,
): Promise<ExitCode> {
  const { io } = session
  if (!dryRun && !yes) {
    throw new UserError('an erasure cannot be taken back', 'see what it would do with --dry-run; then say --yes')
  }
  return await withTenants(session, async (stores, stages, signal) => {
    // One whose row is gone already may have left something elsewhere: an erasure that was broken off goes on.
    const tenant = (await knownTenant(stores, refId)) ?? goneTenant(refId)
    const report = await eraseTenant(stores, silent, tenant, {
      ...(dryRun ? { dryRun } : { confirm: refId }),
      signal,
      onProgress: (progress) => stages.show(eraseProgress(progress)),
    })
    stages.clear()
    io.stdout.write(format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : eraseText(report))
    if (report.unexpected.length > 0) return failed
    return report.remains.length === 0 ? clean : findings
  })
}

async function withTenants(
  session: Session,
  work: (stores: Stores, stages: Stages, signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const stages = new Stages(session.io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    session.io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  if (model.project.tenancy === undefined) throw new UserError('the spec has no tenants')
  return await withStores(session, model, (stores) => untilInterrupted((signal) => work(stores, stages, signal)))
}
