import { rollForward } from '../split/roll-forward.ts'
import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import type { DueIntent } from './intent.ts'
import type { Tally } from './tally.ts'

/** Attempts that made what cannot be taken back: those go forward that can, the others are named. */
export async function rollLockedForward(stores: Stores, due: readonly DueIntent[], tally: Tally): Promise<void> {
  const scope = allTenants(stores.description, 'finish what can only go forward')
  for (const { intent, tenant } of due) {
    try {
      if (await rollForward(stores, scope, intent)) {
        tally.rolledForward += 1
        continue
      }
    } catch (error) {
      tally.failures.push(error)
      continue
    }
    tally.stuck.push({ entity: intent.entity, refId: intent.refId, ...(tenant === null ? {} : { tenant }) })
  }
}
