import type { WorldFacts } from '../support/connect.ts'
import { FaultProxy, type NetworkFault, type Protocol } from './proxy.ts'

/** The stores of a world with a proxy before each server. */
export class ProxiedStores {
  readonly facts: WorldFacts
  readonly #proxies: ReadonlyMap<Protocol, FaultProxy>

  static async open(facts: WorldFacts): Promise<ProxiedStores> {
    const [postgresUrl, postgres] = await before('postgres', facts.postgresUrl)
    const [mongoUrl, mongo] = await before('mongo', facts.mongoUrl)
    const [endpoint, s3] = await before('s3', facts.s3.endpoint)
    // A driver that looks for the members of a replica set would go round the proxy.
    const direct = new URL(mongoUrl)
    direct.searchParams.delete('replicaSet')
    direct.searchParams.set('directConnection', 'true')
    return new ProxiedStores(
      { ...facts, postgresUrl, mongoUrl: direct.href, s3: { ...facts.s3, endpoint } },
      new Map([
        ['postgres', postgres],
        ['mongo', mongo],
        ['s3', s3],
      ]),
    )
  }

  constructor(facts: WorldFacts, proxies: ReadonlyMap<Protocol, FaultProxy>) {
    this.facts = facts
    this.#proxies = proxies
  }

  begin(
    protocol: Protocol,
    fault?: { readonly at: number; readonly fault: NetworkFault; readonly delayMs: number },
  ): void {
    this.#proxies.get(protocol)?.begin(fault)
  }

  beginAll(): void {
    for (const proxy of this.#proxies.values()) proxy.begin()
  }

  counts(protocol: Protocol): { readonly exchanges: number; readonly broken: number } {
    return this.#proxies.get(protocol)?.counts ?? { exchanges: 0, broken: 0 }
  }

  exchanges(): ReadonlyMap<Protocol, number> {
    return new Map([...this.#proxies].map(([protocol, { counts }]) => [protocol, counts.exchanges]))
  }

  async close(): Promise<void> {
    for (const proxy of this.#proxies.values()) await proxy.close()
  }
}

async function before(protocol: Protocol, url: string): Promise<readonly [string, FaultProxy]> {
  const address = new URL(url)
  const proxy = new FaultProxy(protocol, address.hostname, Number(address.port))
  address.hostname = '127.0.0.1'
  address.port = String(await proxy.listen())
  return [address.href.replace(/\/$/, ''), proxy]
}
