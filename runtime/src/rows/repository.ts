import type { Context } from '../scoped/context.ts'
import { inputSchema } from '../validate/input-schema.ts'
import { readsOf } from './reads.ts'
import type { RowReads, RowRepository } from './row-repository.ts'
import { Rows } from './rows.ts'
import { shapeOf } from './shape.ts'
import { transition } from './transition.ts'
import { visionOf } from './vision.ts'
import { writesOf } from './writes.ts'

export interface RowRepositoryOptions {
  /** For the data layer's own work: inputs are checked already, and may hold what callers do not write. */
  readonly internal?: boolean
}

/** The repository of an entity with a table, by its member. */
export function rowRepository(context: Context, member: string, options: RowRepositoryOptions = {}): RowRepository {
  const { description } = context.stores
  const shape = shapeOf(description, member)
  const rows = new Rows(context, shape, visionOf(context.scope, true))
  const isInternal = options.internal === true
  return {
    ...readsOf(rows),
    ...writesOf(rows, isInternal),
    transition: (refId, to, given) => transition(rows, refId, to, given, isInternal),
    get withDeleted(): RowReads {
      return readsOf(new Rows(context, shape, visionOf(context.scope, false)))
    },
    get schema() {
      return {
        create: inputSchema(description, member, 'create'),
        update: inputSchema(description, member, 'update'),
      }
    },
  }
}
