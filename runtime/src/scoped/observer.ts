import type { ErrorFacts } from '../errors/stowage-error.ts'

/** Watches the work of the data layer: spans, measurements and log lines, none of which holds a field's value. */
export interface Observer {
  /** One operation of one entity, or one step of it; `name`: `activity.create`, `activity.create put narrative`. */
  span<T>(name: string, facts: ErrorFacts, work: () => Promise<T>): Promise<T>
  log(level: 'debug' | 'info' | 'warning' | 'error', message: string, facts?: ErrorFacts): void
}

export const silent: Observer = {
  span: (_name, _facts, work) => work(),
  log: () => undefined,
}
