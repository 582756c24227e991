import { Conflict } from '../../../runtime/src/errors/errors.ts'
import type { PostgresStore, Session } from '../../../runtime/src/stores/postgres.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import type { Model } from '../../model/model.ts'
import type { PostgresSession } from '../stores/postgres-session.ts'

/**
 * PostgreSQL for upkeep, over one connection and without Prisma: a transaction after the other, each as the role of the
 * system.
 */
export function postgresStoreOver(postgres: PostgresSession, { project }: Pick<Model, 'project'>): PostgresStore {
  const query = asker(postgres)
  const system = project.tenancy?.roles.system
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: async (scope, work) => {
      const turn = last.then(() => transaction(query, scope, system, work))
      last = turn.catch(() => undefined)
      return await turn
    },
    close: async () => undefined,
  }
}

type Query = (text: string, values?: readonly unknown[]) => Promise<readonly unknown[]>

/** What a constraint says no with is for the work to judge; anything else that the server says ends the command. */
function asker({ client, run }: PostgresSession): Query {
  return async (text, values = []) => {
    try {
      return (await client.query(text, [...values])).rows
    } catch (error) {
      if (isConstraint(error)) throw new Conflict('a constraint of PostgreSQL refuses it', {}, undefined, error)
      return await run(() => Promise.reject(error))
    }
  }
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('23')
}

async function transaction<T>(
  query: Query,
  scope: Scope,
  system: string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  await query('BEGIN')
  try {
    if (system !== undefined) {
      const reason = scope.kind === 'system' ? scope.reason : ''
      await query(
        "SELECT set_config('role', $1, true), set_config('app.reason', $2, true), set_config('app.actor', $3, true)",
        [system, reason, JSON.stringify({ kind: 'job', id: 'stowage' })],
      )
    }
    const result = await work({
      scope,
      // The names of the columns are those of the text, which is the data layer's own.
      query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
        (await query(text, values)) as readonly Row[],
      delegate: (name) => {
        throw new TypeError(`the model ${name} is asked for, and there is no Prisma`)
      },
    })
    await query('COMMIT')
    return result
  } catch (error) {
    // What broke the connection breaks this too; the first error is the one to tell.
    await query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
