import type { Connection, Result } from './connection.ts'

/** What PostgreSQL said no with. */
export interface Refusal {
  /** SQLSTATE. */
  readonly code: string
  readonly message: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
}

/** A statement, and what stands for `$1`, `$2` in it. */
export type Query = readonly [text: string, values?: readonly unknown[]]

export type Attempt = { readonly result: Result } | { readonly refusal: Refusal }

/** SQLSTATEs by what they mean. */
export const states = {
  forbidden: '42501',
  notSupported: '0A000',
  foreignKey: '23503',
  unique: '23505',
  check: '23514',
  notNull: '23502',
  restricted: '23001',
  tooLong: '22001',
  outOfRange: '22003',
} as const

/** Tries a statement within a transaction. What it did stays; where it was refused, the transaction goes on as before it. */
export async function attempt(db: Connection, [text, values]: Query): Promise<Attempt> {
  await db.query('SAVEPOINT attempt')
  try {
    const result = await db.query(text, values)
    await db.query('RELEASE SAVEPOINT attempt')
    return { result }
  } catch (error) {
    const refusal = refusalOf(error)
    await db.query('ROLLBACK TO SAVEPOINT attempt')
    return { refusal }
  }
}

/** Tries a statement and undoes it in either case. */
export async function trial(db: Connection, statement: Query): Promise<Attempt> {
  await db.query('SAVEPOINT trial')
  const outcome = await attempt(db, statement)
  await db.query('ROLLBACK TO SAVEPOINT trial')
  return outcome
}

/** @throws the error itself where it does not come from PostgreSQL */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !('severity' in error)) {
    throw error
  }
  const { code, message } = error
  const named = (name: string): Partial<Refusal> => {
    const value = Reflect.get(error, name)
    return typeof value === 'string' ? { [name]: value } : {}
  }
  return { code, message, ...named('table'), ...named('column'), ...named('constraint') }
}

/** What a refusal must say to count: any other would be refused for a reason that is not the one in question. */
export interface Wanted {
  readonly code: string | readonly string[]
  /** The constraint or trigger that must have said it. */
  readonly constraint?: string | readonly string[]
  readonly column?: string
}

/** @throws Error unless the attempt was refused as wanted */
export function demandRefusal(outcome: Attempt, wanted: Wanted, what: string): void {
  if ('result' in outcome)
    throw new Error(`${what} was not refused: it went through for ${outcome.result.rowCount} rows`)
  const { refusal } = outcome
  const fits =
    [wanted.code].flat().includes(refusal.code) &&
    (wanted.constraint === undefined || [wanted.constraint].flat().includes(refusal.constraint ?? '')) &&
    (wanted.column === undefined || wanted.column === refusal.column)
  if (fits) return
  const by = (code: unknown, constraint: unknown, column: unknown): string =>
    [code, constraint && `by ${constraint}`, column && `for ${column}`].filter(Boolean).join(' ')
  throw new Error(
    `${what} was refused for another reason: wanted ${by([wanted.code].flat().join('|'), [wanted.constraint ?? []].flat().join('|'), wanted.column)}, ` +
      `got ${by(refusal.code, refusal.constraint, refusal.column)}: ${refusal.message}`,
  )
}

/** @throws Error unless the attempt went through, for this many rows where a number is given; returns its result */
export function demandRows(outcome: Attempt, rows: number | undefined, what: string): Result {
  if ('refusal' in outcome) throw new Error(`${what} was refused: ${outcome.refusal.code} ${outcome.refusal.message}`)
  if (rows !== undefined && outcome.result.rowCount !== rows) {
    throw new Error(`${what} must concern ${rows} rows and concerned ${outcome.result.rowCount}`)
  }
  return outcome.result
}
