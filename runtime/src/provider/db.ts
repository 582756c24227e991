import { AsyncLocalStorage } from 'node:async_hooks'
import type { EntityDescription } from '../description/entity.ts'
import { Closed, Forbidden } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import { rowLoader } from '../load/loader.ts'
import { converted } from '../observe/converted.ts'
import { type Context, entityIn } from '../scoped/context.ts'
import type { Guard } from './guard.ts'
import { guarded } from './guarded.ts'
import { lazyMembers } from './lazy-members.ts'
import { repositoryOf } from './repository-of.ts'
import { rowsAlone } from './rows-alone.ts'

/** What the work of a scope is given: a repository for each entity, and `transaction`. */
export function dbOf(context: Context, guard: Guard): object {
  const { entities } = context.stores.description
  const own = context.session === undefined ? besideTransactions(guard) : guard
  return lazyMembers(new Set([...Object.keys(entities), 'transaction']), (member) =>
    Object.hasOwn(entities, member)
      ? guarded(
          repositoryOf(context, member),
          member,
          factsOf(member, entityIn(context.stores.description, member)),
          own,
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

/** A transaction, by what guards the scope that it is of. */
interface Transaction {
  readonly guard: Guard
  isEnded: boolean
}

/** Those that the work at hand is part of. */
const transactions: AsyncLocalStorage<readonly Transaction[]> = new AsyncLocalStorage()

/** Within a transaction the scope's own client would wait for a second connection while it holds the first: maybe for ever. */
function besideTransactions(guard: Guard): Guard {
  const check = (): void => {
    guard.check()
    if (transactions.getStore()?.some((one) => one.guard === guard && !one.isEnded) === true)
      throw new Forbidden(
        'a call of `db` within its transaction',
        {},
        'Call `tx`, which the function of db.transaction is given; or do it before or after.',
      )
  }
  return { ...guard, check }
}

/**
 * Several statements of PostgreSQL that take effect together. What the work throws comes out as it is, and rolls back.
 */
function transactionOf(context: Context, guard: Guard): (work: Work) => Promise<unknown> {
  return async (work) => {
    besideTransactions(guard).check()
    if (context.session !== undefined) throw new Forbidden('a transaction in a transaction')
    let thrown: { readonly error: unknown } | undefined
    const own: Transaction = { guard, isEnded: false }
    const check = (): void => {
      guard.check()
      if (own.isEnded) throw new Closed('the transaction', 'Do what belongs together within its function.')
    }
    // Nobody else sees it before the end.
    const members = new Set<string>()
    const removed = (member: string): void => void members.add(member)
    return guard.watch.span('transaction', { store: 'postgres', operation: 'transaction' }, async () => {
      try {
        return await context.stores.postgres.run(context.scope, async (session) => {
          thrown = undefined
          try {
            const tx = dbOf(rowsAlone({ ...context, session }), { ...guard, check, removed })
            return await transactions.run([...(transactions.getStore() ?? []), own], () => work(tx))
          } catch (error) {
            thrown = { error }
            throw error
          }
        })
      } catch (error) {
        throw thrown?.error === error && thrown !== undefined ? error : converted(error, 'transaction')
      } finally {
        own.isEnded = true
        for (const member of members) guard.removed?.(member)
      }
    })
  }
}
