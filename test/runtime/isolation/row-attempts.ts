import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { Attempt } from './attempt.ts'
import { rowReads } from './row-reads.ts'
import { rowReferences } from './row-references.ts'
import { rowWrites } from './row-writes.ts'

/** Every way that a row's repository gives to name what is another tenant's. */
export function rowAttempts(entity: EntityDescription): readonly Attempt[] {
  const { table } = entity
  if (table === undefined) return []
  return [...rowReads(table), ...rowWrites(entity, table), ...rowReferences(table)]
}
