import type { Description } from '../../../runtime/src/description/description.ts'

/** How the documents of a collection say whose they are. */
export interface TenantKey {
  /** Undefined where they are everybody's. */
  readonly key?: string
  /** Whether there are some without a tenant that all may read. */
  readonly isShared: boolean
}

/** Of every collection of a spec, by its name. */
export function tenantKeys({ entities }: Description): ReadonlyMap<string, TenantKey> {
  return new Map(
    Object.values(entities).flatMap(({ documents, tenancy }) => {
      if (documents === undefined) return []
      const key = documents.fields.find(({ kept }) => kept === 'tenant')?.name
      const isOwned = tenancy === 'required' || tenancy === 'shared'
      if (isOwned && key === undefined) throw new Error(`${documents.collection} does not say whose its documents are`)
      return [
        [documents.collection, { isShared: tenancy === 'shared', ...(isOwned && key !== undefined ? { key } : {}) }],
      ]
    }),
  )
}
