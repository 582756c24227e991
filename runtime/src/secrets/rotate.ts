import { allTenants } from '../collect/all-tenants.ts'
import type { EntityDescription } from '../description/entity.ts'
import { StowageError } from '../errors/stowage-error.ts'
import type { Context } from '../scoped/context.ts'
import { encryptedFields } from './fields.ts'
import type { KeyProvider } from './key-provider.ts'
import { type Resealed, resealer } from './reseal.ts'
import { rotateDocuments } from './rotate-documents.ts'
import { rotateRows } from './rotate-rows.ts'
import { secretsOf } from './secrets.ts'

export interface RotateOptions {
  /** Records that are read at once; 200. */
  readonly batch?: number
  /** Only these entities, by their members. */
  readonly entities?: readonly string[]
  readonly signal?: AbortSignal
  /** Told after each batch. */
  readonly onProgress?: (report: RotateReport) => void
}

export interface RotateReport {
  /** Values that are now under the current key. */
  resealed: number
  /** Values that somebody changed meanwhile: what they wrote is under the current key if it is known everywhere. */
  raced: number
  /** Values of records that are written once, which PostgreSQL lets nobody change. */
  kept: number
  /** Values that do not open: how many, and the first hundred of them. */
  failed: number
  readonly failures: { readonly field: string; readonly refId: string; readonly code: string }[]
}

/**
 * Seals anew, under the current key, what is sealed under an older one. Each value is written only where it is still the one
 * that was read. It may run beside everything else and be stopped at any moment: the next run finds what is left. When it
 * reports nothing but zeros, the older keys are not needed any more.
 *
 * A row's revision counts it as a change. In MongoDB it needs a login that may update the collections of written-once parts.
 */
export async function rotateSecrets(
  context: Pick<Context, 'stores' | 'model' | 'observer'>,
  keys: KeyProvider,
  options: RotateOptions = {},
): Promise<RotateReport> {
  const { description } = context.stores
  const { batch = 200, entities, signal, onProgress } = options
  const report: RotateReport = { resealed: 0, raced: 0, kept: 0, failed: 0, failures: [] }
  const current = await keys.current()
  const reseal = resealer(secretsOf(description, keys), current.id)
  const take = (all: readonly Resealed[]): void => {
    for (const one of all) count(report, one)
    onProgress?.(report)
    signal?.throwIfAborted()
  }
  const scope = allTenants(description, 'rotation of secrets')
  for (const [member, entity] of Object.entries(description.entities)) {
    if (entities !== undefined && !entities.includes(member)) continue
    signal?.throwIfAborted()
    if (holdsSecrets(entity, 'table'))
      await rotateRows(context.stores, scope, entity, { reseal, batch, take, key: current.id })
    if (holdsSecrets(entity, 'documents'))
      await rotateDocuments(context, entity, { reseal, batch, take, key: current.id })
  }
  context.observer.log('info', 'secrets were sealed anew', {
    resealed: report.resealed,
    raced: report.raced,
    kept: report.kept,
    failed: report.failed,
  })
  return report
}

function holdsSecrets(entity: EntityDescription, part: 'table' | 'documents'): boolean {
  return encryptedFields(entity[part]?.fields ?? []).length > 0
}

function count(report: RotateReport, one: Resealed): void {
  if (one.outcome !== 'failed') {
    report[one.outcome] += 1
    return
  }
  report.failed += 1
  const code = one.error instanceof StowageError ? one.error.code : 'unexpected'
  if (report.failures.length < 100) report.failures.push({ field: one.field, refId: one.refId, code })
}
