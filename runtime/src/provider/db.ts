import type { EntityDescription } from '../description/entity.ts'
import { Closed, Forbidden } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import { rowLoader } from '../load/loader.ts'
import { converted } from '../observe/converted.ts'
import { type Context, entityIn } from '../scoped/context.ts'
import { type Guard, guarded } from './guarded.ts'
import { lazyMembers } from './lazy-members.ts'
import { repositoryOf } from './repository-of.ts'
import { rowsAlone } from './rows-alone.ts'

/** What the work of a scope is given: a repository for each entity, and `transaction`. */
export function dbOf(context: Context, guard: Guard): object {
  const { entities } = context.stores.description
  return lazyMembers(new Set([...Object.keys(entities), 'transaction']), (member) =>
    Object.hasOwn(entities, member)
      ? guarded(
          repositoryOf(context, member),
          member,
          factsOf(member, entityIn(context.stores.description, member)),
          guard,
        )
      : transactionOf(context, guard),
  )
}

/** The same for the work of a loader, which writes rows and nothing else. */
export function loaderOf(context: Context, guard: Guard): object {
  const { description } = context.stores
  const members = Object.entries(description.entities).flatMap(([member, { table }]) =>
    table === undefined ? [] : [member],
  )
  return lazyMembers(new Set(members), (member) =>
    guarded(rowLoader(context, member), `load ${member}`, factsOf(member, entityIn(description, member)), guard),
  )
}

function factsOf(member: string, { root, table, documents }: EntityDescription): ErrorFacts {
  const collection = root === 'postgres' ? table?.table : documents?.collection
  return { entity: member, store: root, ...(collection === undefined ? {} : { collection }) }
}

type Work = (tx: object) => unknown

/**
 * Several statements of PostgreSQL that take effect together. What the work throws comes out as it is, and rolls back.
 */
function transactionOf(context: Context, guard: Guard): (work: Work) => Promise<unknown> {
  return async (work) => {
    guard.check()
    if (context.session !== undefined) throw new Forbidden('a transaction in a transaction')
    let thrown: { readonly error: unknown } | undefined
    let ended = false
    const check = (): void => {
      guard.check()
      if (ended) throw new Closed('the transaction', 'Do what belongs together within its function.')
    }
    return guard.watch.span('transaction', { store: 'postgres', operation: 'transaction' }, async () => {
      try {
        return await context.stores.postgres.run(context.scope, async (session) => {
          thrown = undefined
          try {
            return await work(dbOf(rowsAlone({ ...context, session }), { ...guard, check }))
          } catch (error) {
            thrown = { error }
            throw error
          }
        })
      } catch (error) {
        throw thrown?.error === error && thrown !== undefined ? error : converted(error, 'transaction')
      } finally {
        ended = true
      }
    })
  }
}
