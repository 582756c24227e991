import type { Client } from '../auth/client.ts'
import type { BsonDocument } from '../bson/value.ts'
import type { Scope } from '../reading/scope.ts'
import type { ServerState } from '../server/state.ts'
import type { Arguments } from './arguments.ts'

/** One call of a command. */
export interface Invocation extends Scope {
  readonly server: ServerState
  readonly args: Arguments
  readonly client: Client
  /** Aborts when the client goes or the server stops: nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

export interface Command {
  readonly name: string
  /** Answers without the `ok` of the protocol. @throws ServerError */
  readonly run: (invocation: Invocation) => BsonDocument | Promise<BsonDocument>
  /** The arguments that it knows besides the generic ones; without it nothing is checked. */
  readonly known?: ReadonlySet<string>
  /** Whether a client need not have logged in for it. */
  readonly isPublic?: boolean
  readonly runsInTransactions?: boolean
  /** Whether it is a retryable write: done once for each number that its session gives. */
  readonly isRetryable?: boolean
}

export function known(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names)
}
