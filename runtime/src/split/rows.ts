import { rowRepository } from '../rows/repository.ts'
import type { RowRepository } from '../rows/row-repository.ts'
import type { Context } from '../scoped/context.ts'

/** The rows of an entity for work on whole records: inputs are checked, and hold pointers and ids of ours. */
export function internalRows(context: Context, member: string): RowRepository {
  return rowRepository(context, member, { internal: true })
}
