import type { Description } from '../description/description.ts'
import { objectKeys } from '../keys/object-keys.ts'
import { parseStagingKey, stagingPrefix } from '../keys/staging.ts'

/** Whose object a key is of. */
export interface ObjectName {
  readonly member: string
  readonly object: string
  /** Public ids as the key holds them; the record's is not in every path. */
  readonly tenant: string | null
  readonly refId?: string
}

/** What a key in a bucket is: an object of the spec, staged bytes, or nothing that the data layer writes. */
export type KeyName =
  | { readonly kind: 'object'; readonly name: ObjectName }
  | { readonly kind: 'stage'; readonly tenant: string | null }
  | { readonly kind: 'stray' }

/** @param bucket by the spec's name */
export function nameOfKey({ entities, tenancy }: Description, bucket: string, key: string): KeyName {
  for (const [member, { objects }] of Object.entries(entities)) {
    for (const [object, described] of Object.entries(objects)) {
      if (described.bucket !== bucket) continue
      const read = objectKeys(described, tenancy?.parameter).parse(key)
      if (read === undefined) continue
      const owner = tenancy === undefined ? undefined : read[tenancy.parameter]
      const name = {
        member,
        object,
        tenant: typeof owner === 'string' ? owner : null,
        ...(typeof read.refId === 'string' ? { refId: read.refId } : {}),
      }
      return { kind: 'object', name }
    }
  }
  const staged = parseStagingKey(key)
  return staged === undefined ? { kind: 'stray' } : { kind: 'stage', tenant: staged.tenant ?? null }
}

/**
 * What all keys of a tenant in a bucket begin with, in their order; the empty text, and so every key, where no tenant is
 * named.
 */
export function prefixesIn(description: Description, bucket: string, tenant: string | undefined): readonly string[] {
  if (tenant === undefined) return ['']
  const { entities, tenancy } = description
  const found = new Set<string>()
  for (const { objects } of Object.values(entities)) {
    for (const { path, bucket: of } of Object.values(objects)) {
      if (of !== bucket) continue
      const at = path.findIndex((piece) => typeof piece !== 'string' && piece.name === tenancy?.parameter)
      const before = path.slice(0, at)
      // A variable before the tenant would make as many prefixes as it has values: such keys are found through pointers.
      if (at >= 0 && before.every((piece) => typeof piece === 'string')) found.add(`${before.join('')}${tenant}/`)
    }
  }
  found.add(`${stagingPrefix}${tenant}/`)
  return [...found].sort()
}
