import { rollForward } from '../split/roll-forward.ts'
import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import { type DueIntent, entityNamed } from './intent.ts'
import { removeRemains } from './remove.ts'
import type { Tally } from './tally.ts'

/**
 * Attempts that made what cannot be taken back: those go forward that can, the others are named. Of these the bytes go that were
 * only staged for a copy that is made; a retry does not ask for them.
 */
export async function rollLockedForward(stores: Stores, due: readonly DueIntent[], tally: Tally): Promise<void> {
  const scope = allTenants(stores.description, 'finish what can only go forward')
  for (const { intent, tenant } of due) {
    try {
      if (await rollForward(stores, scope, intent)) {
        tally.rolledForward += 1
        continue
      }
      tally.objectsRemoved += await removeStages(stores, { intent, tenant })
    } catch (error) {
      tally.failures.push(error)
      continue
    }
    tally.stuck.push({ entity: intent.entity, refId: intent.refId, ...(tenant === null ? {} : { tenant }) })
  }
}

async function removeStages(stores: Stores, { intent, tenant }: Pick<DueIntent, 'intent' | 'tenant'>): Promise<number> {
  const found = entityNamed(stores.description, intent.entity)
  const objects = intent.plan.puts.flatMap(({ stage, isUpload }) =>
    stage === undefined || isUpload === true ? [] : [stage],
  )
  if (found === undefined || objects.length === 0) return 0
  return (await removeRemains(stores, { member: found.member, tenant, objects, documents: [] })).objects
}
