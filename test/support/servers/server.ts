import type { ServerFacts } from './facts.ts'

/** What a suite holds while it runs: `value` is what it is told, `end` takes everything of it away again. */
export interface Lease {
  readonly value: unknown
  end(): Promise<void>
}

/** A server of this run, started or found. */
export interface Server {
  readonly facts: ServerFacts
  lease(): Promise<Lease>
  /** Ends what was started for the run and leaves alone what was found. */
  stop(): Promise<void>
}

/** The refusal that `REQUIRE_REAL=1` asks for: `why` says what was looked for in vain. */
export function refuseStandIn(standIn: string, why: readonly string[]): void {
  if (given('REQUIRE_REAL') !== '1') return
  throw new Error(`REQUIRE_REAL=1 forbids ${standIn}, and nothing better was found: ${why.join('; ')}`)
}

/** A variable of the environment; set to nothing is the same as not set. */
export function given(name: string): string | undefined {
  const value = process.env[name]
  return value === '' ? undefined : value
}
