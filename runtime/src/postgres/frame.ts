import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClientBase } from 'pg'

/** What the server said of a statement that failed: names of its catalog, and no value. */
export interface ServerError {
  /** SQLSTATE: `23505`. */
  readonly code: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  /** Whether a row was being removed. */
  readonly isDelete: boolean
}

/** What becomes known of one transaction below Prisma, which passes on only part of it. */
export interface Frame {
  readonly patience: Patience
  client?: ClientBase
  /** Of the first statement that failed: those after it only say that the transaction is over. */
  failed?: ServerError
  /** The connection was lost with a statement under way. */
  isLost: boolean
  /** COMMIT was sent: whether it took effect is known only once it is answered. */
  isCommitting: boolean
  /** COMMIT was answered by ROLLBACK: a statement had failed, and its error was caught. */
  isRolledBack: boolean
}

/** Milliseconds after which a connection is broken off: the server ends what takes too long, unless it is the network that is gone. */
export interface Patience {
  /** Without an answer to BEGIN. */
  readonly beginMs: number
  /** From that answer to that to COMMIT or ROLLBACK. */
  readonly transactionMs: number
}

export const frames: AsyncLocalStorage<Frame> = new AsyncLocalStorage()

export function newFrame(patience: Patience): Frame {
  return { patience, isLost: false, isCommitting: false, isRolledBack: false }
}

type Query = (...given: readonly unknown[]) => unknown

/**
 * Tells the frame of whoever asks how the statements of this connection end. The watchdog is the connection's and not the
 * caller's: Prisma gives BEGIN and ROLLBACK up before they are answered, and the pool has one less until they are.
 */
export function watch(client: ClientBase): void {
  const query = client.query.bind(client) as Query
  let watchdog: NodeJS.Timeout | undefined
  const breakOffIn = (milliseconds: number): void => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => breakOff(client), milliseconds)
  }
  const watched: Query = (...given) => {
    const frame = frames.getStore()
    const answer = query(...given)
    if (frame === undefined || !(answer instanceof Promise)) return answer
    frame.client = client
    const text = textOf(given[0])
    const isEdge = ['BEGIN', 'COMMIT', 'ROLLBACK'].includes(text)
    if (text === 'BEGIN') breakOffIn(frame.patience.beginMs)
    if (text === 'COMMIT') frame.isCommitting = true
    answer.then(
      (result) => {
        if (text === 'BEGIN') breakOffIn(frame.patience.transactionMs)
        else if (isEdge) clearTimeout(watchdog)
        if (text === 'COMMIT') frame.isRolledBack = result?.command === 'ROLLBACK'
      },
      (error: unknown) => {
        note(error, text, frame)
        if (isEdge) clearTimeout(watchdog)
      },
    )
    return answer
  }
  client.query = watched as typeof client.query
}

/** Whatever waits for the connection fails. */
function breakOff(client: ClientBase): void {
  const { connection } = client as { readonly connection?: { readonly stream?: { destroy(): void } } }
  connection?.stream?.destroy()
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : undefined
  return typeof text === 'string' ? text : ''
}

function note(error: unknown, text: string, frame: Frame): void {
  const failed = serverErrorOf(error, /^\s*delete\b/i.test(text))
  if (failed === undefined) frame.isLost = true
  else frame.failed ??= failed
}

/** Undefined for what no server said. */
export function serverErrorOf(error: unknown, isDelete = false): ServerError | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, severity, table, column, constraint } = error as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || typeof severity !== 'string') return undefined
  return {
    code,
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof column === 'string' ? { column } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    isDelete,
  }
}
