import type { ServerFacts } from './facts.ts'

/** One line of JSON that a suite sends to the keeper. */
export type Request =
  | { readonly want: 'postgres' }
  | { readonly want: 'postgres-cluster' }
  | { readonly want: 'mongo' }
  | { readonly want: 's3'; readonly lcDaySeconds?: number }
  /** Which servers the run has used until now. Not a lease. */
  | { readonly want: 'facts' }

/** The keeper's line. A lease gets a second one when it has ended: whether all of it could be taken away. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }

export type Facts = readonly ServerFacts[]
