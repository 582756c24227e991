import type { Volume } from '../../model/volume.ts'
import type { SpecNode } from '../node.ts'
import { parseQuantity } from '../quantity.ts'
import { child, textAt } from './read.ts'

/** Bytes of a record whose size the spec leaves out: a middling row. */
const typicalBytes = 500

/** Reads `volume:` of a part or object, as `{ volume }` ready to be spread. */
export function volumeOf(node: SpecNode | undefined): { readonly volume?: Volume } {
  const volume = child(node, 'volume')
  if (volume === undefined) return {}
  const count = (key: string): number => parseQuantity(textAt(volume, key) ?? '0', 'count') ?? 0
  return {
    volume: {
      perTenantMonth: count('per_tenant_month'),
      perTenant: count('per_tenant'),
      total: count('total'),
      bytes: parseQuantity(textAt(volume, 'bytes') ?? typicalBytes, 'size') ?? typicalBytes,
      span: volume.span,
    },
  }
}
