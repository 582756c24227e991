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

export const frames: AsyncLocalStorage<Frame> = new AsyncLocalStorage()

export function newFrame(): Frame {
  return { isLost: false, isCommitting: false, isRolledBack: false }
}

type Query = (...given: readonly unknown[]) => unknown

/** Tells the frame of whoever asks how the statements of this connection end. */
export function watch(client: ClientBase): void {
  const query = client.query.bind(client) as Query
  const watched: Query = (...given) => {
    const frame = frames.getStore()
    const answer = query(...given)
    if (frame === undefined || !(answer instanceof Promise)) return answer
    frame.client = client
    const text = textOf(given[0])
    if (text === 'COMMIT') frame.isCommitting = true
    answer.then(
      (result) => {
        if (text === 'COMMIT') frame.isRolledBack = result?.command === 'ROLLBACK'
      },
      (error: unknown) => note(error, text, frame),
    )
    return answer
  }
  client.query = watched as typeof client.query
}

/** Breaks a connection off whose server no longer answers; whatever waits for it fails. */
export function breakOff(frame: Frame): void {
  const client = frame.client as { readonly connection?: { readonly stream?: { destroy(): void } } } | undefined
  client?.connection?.stream?.destroy()
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
