import type { ErrorFacts } from '../errors/stowage-error.ts'
import type { Observer } from '../scoped/observer.ts'

/** An operation that lasts until somebody says that it is over. */
export interface Running {
  /** What is begun by the work is below the operation. */
  within<T>(work: () => T): T
  /** What it failed of, unless it did not. To be called once. */
  end(failed?: { readonly error: unknown }): void
}

/** An observer of what is read piece by piece, too: that is over long after the call. */
export interface Watch extends Observer {
  begin(name: string, facts: ErrorFacts): Running
}
