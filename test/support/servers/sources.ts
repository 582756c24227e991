import { errorText } from './error-text.ts'
import type { ServerFacts, Store } from './facts.ts'
import type { Facts, Request } from './protocol.ts'
import type { Lease, Server } from './server.ts'

type LeaseRequest = Exclude<Request, { readonly want: 'facts' }>

/** All servers of a run, each started when it is first asked for; also a failure is found once and told to everybody. */
export interface Sources {
  lease(request: LeaseRequest): Promise<Lease>
  facts(): Promise<Facts>
  /** Ends every server that was started for the run. */
  stop(): Promise<void>
}

export function sourcesOfThisRun(): Sources {
  const found = new Map<Store, Promise<Server>>()
  const source = (store: Store, find: () => Promise<Server>): Promise<Server> => {
    const server = found.get(store) ?? find()
    found.set(store, server)
    return server
  }
  return {
    lease: (request) => leaseOf(request, source),
    facts: () => Promise.all([...found].map(([store, server]) => factsOf(store, server))),
    async stop() {
      const settled = await Promise.allSettled(found.values())
      await Promise.all(settled.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
    },
  }
}

async function factsOf(store: Store, server: Promise<Server>): Promise<ServerFacts> {
  try {
    return (await server).facts
  } catch (error) {
    const [reason = ''] = errorText(error).split('\n')
    return { store, product: '', kind: 'none', origin: reason, remarks: [] }
  }
}

/** The drivers are heavy: each is loaded with the first request for its store. */
async function leaseOf(
  request: LeaseRequest,
  source: (store: Store, find: () => Promise<Server>) => Promise<Server>,
): Promise<Lease> {
  switch (request.want) {
    case 'postgres':
      return await (await source('postgres', async () => (await import('./postgres.ts')).findPostgres())).lease()
    case 'postgres-cluster':
      return await (await import('./postgres.ts')).leaseCluster()
    case 'mongo':
      return await (await source('mongo', async () => (await import('./mongo.ts')).findMongo())).lease()
    case 's3': {
      const { findS3, leaseWithFastDays } = await import('./s3.ts')
      if (request.lcDaySeconds !== undefined) return await leaseWithFastDays(request.lcDaySeconds)
      return await (await source('s3', findS3)).lease()
    }
  }
}
