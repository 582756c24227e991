import type { Claim } from '../../proof.ts'
import type { Spec } from '../facts.ts'
import type { Session } from '../session.ts'
import { claimsOf } from './subject.ts'

/** Who may read whose documents: nothing in a database of MongoDB says so, and it is not passed over in silence. */
export function proofsOfTenants(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) => {
    if (collection.tenant === undefined) return []
    const reason = 'MongoDB has no rules for single documents: what asks must name the tenant'
    return claimsOf(spec, collection, 'tenant isolation', [
      { name: `the server keeps another tenant's documents away from the driver`, reason },
    ])
  })
}
