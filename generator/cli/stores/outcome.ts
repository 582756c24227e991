import { assertNever } from '../../base/internal-error.ts'
import type { ApplyReport, Difference, LiveStoreName } from '../../live/report.ts'
import type { Model } from '../../model/model.ts'
import { clean, type ExitCode, failed, findings, unavailable } from '../exit-code.ts'
import type { Session } from '../session.ts'
import type { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'
import { StoreRefusal } from './refusal.ts'
import type { Store, StoreConnection } from './store.ts'

/** What a command did with one store, or why it could not. */
export interface Outcome extends ApplyReport {
  readonly store: LiveStoreName
  /** As it is called in texts. */
  readonly title: string
  /** Where it is; absent where it was not reached. */
  readonly target?: string
  readonly notes: readonly string[]
  /** Whether nothing of what the spec keeps there is there. */
  readonly isBare?: boolean
  readonly failure?: Failure
}

export interface Failure {
  /** `setup`: a variable or a package is missing. `refused`: the server cannot be reached, or says no. `fault`: ours. */
  readonly kind: 'setup' | 'refused' | 'fault'
  readonly message: string
  readonly hint?: string
  readonly error: unknown
}

/** What became of a store that was reached. */
export type Work = ApplyReport & Pick<Outcome, 'isBare'>

/**
 * Does something with each store in turn. What goes wrong with one of them hides nothing of the others.
 * @param work what to do with a store that was reached
 */
export async function throughStores(
  session: Session,
  model: Model,
  stores: readonly Store[],
  stages: Stages,
  work: (connection: StoreConnection) => Promise<Work>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const store of stores) outcomes.push(await throughStore(session, model, store, stages, work))
  stages.clear()
  return outcomes
}

async function throughStore(
  { io, folder }: Session,
  model: Model,
  store: Store,
  stages: Stages,
  work: (connection: StoreConnection) => Promise<Work>,
): Promise<Outcome> {
  const notes: string[] = []
  const known = { store: store.name, title: store.title, notes, steps: [], differences: [] }
  const progress = (text: string): void => stages.show(`${store.title}: ${text}`)
  let connection: StoreConnection | undefined
  try {
    progress('connecting')
    connection = await store.connect({ model, env: io.env, folder, note: (text) => notes.push(text), progress })
    return { ...known, target: connection.target, ...(await work(connection)) }
  } catch (error) {
    const target = connection === undefined ? {} : { target: connection.target }
    return { ...known, ...target, failure: failureOf(error) }
  } finally {
    // What was done is done, whether or not the server says goodbye.
    await connection?.close().catch(() => undefined)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof StoreRefusal || error instanceof UserError) {
    const { message, hint } = error
    const kind = error instanceof StoreRefusal ? 'refused' : 'setup'
    return { kind, message, ...(hint === undefined ? {} : { hint }), error }
  }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error), error }
}

/** The worst that happened: a store that says no weighs more than a missing variable, and that more than a difference. */
export function verdictOf(outcomes: readonly Outcome[]): ExitCode {
  const codes = outcomes.map(codeOf)
  return [unavailable, failed, findings].find((code) => codes.includes(code)) ?? clean
}

function codeOf({ failure, differences }: Outcome): ExitCode {
  if (failure === undefined) return differences.length === 0 ? clean : findings
  switch (failure.kind) {
    case 'refused':
      return unavailable
    case 'setup':
    case 'fault':
      return failed
    default:
      return assertNever(failure.kind)
  }
}

/** Compares a store that was reached, changing nothing. */
export async function look(connection: StoreConnection): Promise<Work> {
  const differences = await connection.verify()
  return { steps: [], differences, isBare: nothingIsThere(connection.contents, differences) }
}

function nothingIsThere(contents: readonly string[], differences: readonly Difference[]): boolean {
  const missing = new Set(differences.filter(({ fact }) => fact === 'missing').map(({ place }) => place))
  return contents.length > 0 && contents.every((place) => missing.has(place))
}
