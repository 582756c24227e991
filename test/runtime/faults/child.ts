import { text } from 'node:stream/consumers'
import { providerAt, type WorldFacts } from '../support/connect.ts'
import { partsOf } from '../support/parts.ts'
import { type CrashPoint, watchedStores } from './crash-points.ts'
import { type Prepared, perform } from './operations.ts'

// One operation in a process of its own, which kills itself at one point of it. The folder of the spec is its argument; it
// is told the rest when it has come so far that it can begin at once.

/** What the process is told on its standard input. */
export interface Errand {
  readonly facts: WorldFacts
  readonly tenant: string
  readonly user: string
  readonly prepared: Prepared
  readonly crash: Pick<CrashPoint, 'at' | 'side'>
}

const parts = await partsOf(process.argv[2] ?? '')
const { facts, tenant, user, prepared, crash }: Errand = JSON.parse(await text(process.stdin))
let isPerforming = false
/** Calls that only find the tenant and the actor. */
let before = 0
const provider = providerAt(parts, facts, {
  stores: (stores) =>
    watchedStores(stores, ({ at, side }) => {
      if (!isPerforming) before = at
      else if (at - before === crash.at && side === crash.side) process.kill(process.pid, 'SIGKILL')
    }),
})
try {
  await provider.withTenant(
    tenant,
    async (db) => {
      isPerforming = true
      await perform(db, prepared)
    },
    { actor: { kind: 'user', id: user } },
  )
} finally {
  await provider.close()
}
