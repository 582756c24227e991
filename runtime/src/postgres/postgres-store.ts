import type { Description } from '../description/description.ts'
import { Closed } from '../errors/errors.ts'
import { type RetryOptions, retrying } from '../retry/retrying.ts'
import type { Observer } from '../scoped/observer.ts'
import type { PostgresStore, Session, TransactionOptions } from '../stores/postgres.ts'
import type { Scope } from '../stores/scope.ts'
import { type Connection, openConnection } from './connection.ts'
import { mayTryAgain, typedError } from './errors.ts'
import { frames, newFrame } from './frame.ts'
import { checkRole } from './role-check.ts'
import { PostgresSession } from './session.ts'
import { applySettings, roleOf, settingsOf } from './settings.ts'

export interface PostgresOptions {
  readonly description: Description
  readonly url: string
  /** Another login for the work of the system. */
  readonly systemUrl?: string
  /** Makes Prisma's client of its adapter. */
  readonly client: (adapter: unknown) => unknown
  readonly maxConnections: number
  /** Milliseconds. `lockMs`: how long a statement waits for a row that somebody else holds. */
  readonly timeouts: {
    readonly connectMs: number
    readonly transactionMs: number
    readonly statementMs: number
    readonly lockMs?: number
  }
  /** Of work that only reads. */
  readonly retries: RetryOptions
  readonly observer: Observer
}

/** Connects on first use. */
export function postgresStore(options: PostgresOptions): PostgresStore {
  return new PrismaStore(options)
}

class PrismaStore implements PostgresStore {
  readonly #options: PostgresOptions
  readonly #connections = new Map<string, Promise<Connection>>()
  /** Roles that were found sound, by pool. */
  readonly #sound = new WeakMap<Connection, Set<string>>()
  readonly #running = new Set<Promise<unknown>>()
  #isClosed = false

  constructor(options: PostgresOptions) {
    this.#options = options
  }

  async run<T>(scope: Scope, work: (session: Session) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    if (this.#isClosed) throw new Closed()
    const done = this.#runOrRetry(scope, work, options)
    this.#running.add(done)
    try {
      return await done
    } finally {
      this.#running.delete(done)
    }
  }

  /** What reads is tried again at once, and then with pauses. */
  async #runOrRetry<T>(scope: Scope, work: (session: Session) => Promise<T>, options: TransactionOptions): Promise<T> {
    const once = (): Promise<T> => this.#runOnce(scope, work, options)
    if (options.readOnly !== true) return await once()
    try {
      return await once()
    } catch (error) {
      const { retries } = this.#options
      if (retries.attempts < 2 || !mayTryAgain(error)) throw error
      return await retrying(once, { ...retries, attempts: retries.attempts - 1, isSafe: mayTryAgain })
    }
  }

  async #runOnce<T>(
    scope: Scope,
    work: (session: Session) => Promise<T>,
    { timeoutMs = this.#options.timeouts.transactionMs, readOnly = false }: TransactionOptions,
  ): Promise<T> {
    const { description, timeouts } = this.#options
    const frame = newFrame({ beginMs: timeouts.connectMs, transactionMs: timeoutMs + 2_000 })
    let isBegun = false
    try {
      const role = roleOf(description, scope)
      const connection = await this.#connection(scope, role)
      const limits = { transactionMs: timeoutMs, statementMs: timeouts.statementMs, lockMs: timeouts.lockMs ?? 5_000 }
      const settings = settingsOf(scope, role, limits, readOnly)
      const result = await frames.run(frame, () =>
        connection.prisma.$transaction(
          async (transaction) => {
            await applySettings(frame, settings)
            isBegun = true
            return await work(new PostgresSession(scope, transaction))
          },
          // The pool gives up first, and says why.
          { maxWait: timeouts.connectMs + 1_000, timeout: timeoutMs },
        ),
      )
      if (frame.isRolledBack) throw typedError(rolledBack, description, frame, isBegun)
      return result
    } catch (error) {
      throw typedError(error, description, frame, isBegun)
    }
  }

  async #connection(scope: Scope, role: string | undefined): Promise<Connection> {
    const { url, systemUrl, maxConnections, timeouts, client, observer } = this.#options
    const isOfSystem = scope.kind === 'system' || (scope.kind === 'tenant' && scope.role === 'loader')
    const wanted = isOfSystem ? (systemUrl ?? url) : url
    let opening = this.#connections.get(wanted)
    if (opening === undefined) {
      opening = openConnection({ url: wanted, maxConnections, connectMs: timeouts.connectMs, client, observer })
      this.#connections.set(wanted, opening)
    }
    const connection = await opening
    if (role === undefined) return connection
    let sound = this.#sound.get(connection)
    if (sound === undefined) {
      sound = new Set()
      this.#sound.set(connection, sound)
    }
    if (!sound.has(role)) {
      await checkRole(connection.pool, role, timeouts.connectMs)
      sound.add(role)
    }
    return connection
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled([...this.#running])
    const connections = [...this.#connections.values()]
    this.#connections.clear()
    for (const connection of connections) await (await connection).close()
  }
}

const rolledBack = new Error('a statement failed, and so the transaction was rolled back')
