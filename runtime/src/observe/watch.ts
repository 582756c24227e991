import type { ErrorFacts } from '../errors/stowage-error.ts'
import type { Observer } from '../scoped/observer.ts'

/** An observer for calls of any form: one that gives a promise lasts until that is settled. */
export interface Watch extends Observer {
  call<T>(name: string, facts: ErrorFacts, work: () => T): T
}

/** Whether there is something to wait for. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
