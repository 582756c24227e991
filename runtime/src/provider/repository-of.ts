import { documentRepository } from '../documents/repository.ts'
import { rowRepository } from '../rows/repository.ts'
import { type Context, entityIn } from '../scoped/context.ts'
import { isSplit, splitRepository } from '../split/repository.ts'

/** The repository of an entity by what it is: rows, documents, or a record over several stores. */
export function repositoryOf(context: Context, member: string): object {
  const entity = entityIn(context.stores.description, member)
  const root = entity.root === 'postgres' ? rowRepository(context, member) : documentRepository(context, member)
  return isSplit(context.stores.description, member) ? splitRepository(context, member, root) : root
}
