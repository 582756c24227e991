import type { Scope } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { commitIntent, type Intent } from './intents.ts'
import { recordObjects } from './stored-objects.ts'

/**
 * Finishes an intent of a record whose root is a document, and whose writer came past its fence: where the document is there,
 * all of it is.
 *
 * @param scope one that sees the intent: the system's, or that of a spec without tenancy
 * @returns false where the document is not there: only a retry of its writer can bring it
 */
export async function rollForward(stores: Stores, scope: Scope, intent: Intent): Promise<boolean> {
  const entity = Object.values(stores.description.entities).find(({ name }) => name === intent.entity)
  const [planned] = intent.plan.documents
  if (entity?.root !== 'mongo' || planned === undefined || intent.state !== 'locked') return false
  if ((await stores.documents.find(planned.collection, planned.id)) === undefined) return false
  return await stores.postgres.run(scope, async (session) => {
    if (!(await commitIntent(session, intent.id, stores.now()))) return false
    await recordObjects(session, intent)
    return true
  })
}
