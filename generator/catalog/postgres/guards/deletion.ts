import type { Field } from '../../../model/field.ts'
import { fieldNamed, type PostgresEntity } from '../../../model/lookup.ts'

/** The field that marks a row as deleted, and the one that says by whom. */
export interface Deletion {
  readonly on: Field
  readonly by?: Field
}

/** How rows of an entity are marked as deleted; nothing where they are removed for good. */
export function deletionOf({ postgres, softDelete }: PostgresEntity): Deletion | undefined {
  if (softDelete === undefined) return undefined
  const on = fieldNamed(postgres, softDelete.on)
  return softDelete.by === undefined ? { on } : { on, by: fieldNamed(postgres, softDelete.by) }
}
