import { onTestFinished } from 'vitest'
import { factsOf, type Leased, lease, startKeeper } from '../support/servers/keeper-client.ts'
import type { Facts, Request } from '../support/servers/protocol.ts'

/** A keeper of one test, with the environment that it is given. */
export interface TestKeeper {
  lease<T extends object>(request: Request): Promise<Leased<T>>
  facts(): Promise<Facts>
  stop(): Promise<void>
}

/** Starts a keeper whose environment differs so from that of this run; it ends with the test. */
export async function keeperWith(environment: Readonly<Record<string, string>>): Promise<TestKeeper> {
  const { port, stop } = await startKeeper({ ...process.env, REQUIRE_REAL: '', ...environment })
  onTestFinished(stop)
  return { lease: (request) => lease(request, port), facts: () => factsOf(port), stop }
}
