import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { Intent } from '../split/intents.ts'
import type { LeavingObject, PlannedDocument, SplitPlan } from '../split/plan.ts'

/** A row of `stowage.storage_intents` that a collector has taken up. */
export interface DueIntent {
  readonly intent: Intent
  /** The public id of its tenant. */
  readonly tenant: string | null
  /** Whether its remains were removed before, and this is the second look. */
  readonly isSweptOnce: boolean
}

/** What is to go: objects by the spec's name of their bucket. */
export interface Remains {
  readonly objects: readonly LeavingObject[]
  readonly documents: readonly PlannedDocument[]
}

/** What an attempt that came to nothing may have left. What it would have replaced is live, and so are its leavings. */
export function partsOfAttempt({ puts, documents }: SplitPlan): Remains {
  return {
    objects: puts.flatMap(({ bucket, key, versionId, stage }) => [
      { bucket, key, ...(versionId === undefined ? {} : { versionId }) },
      ...(stage === undefined ? [] : [stage]),
    ]),
    documents,
  }
}

/** The entity that the spec calls so, with its member. */
export function entityNamed(
  { entities }: Description,
  name: string,
): { readonly member: string; readonly entity: EntityDescription } | undefined {
  const found = Object.entries(entities).find(([, entity]) => entity.name === name)
  return found === undefined ? undefined : { member: found[0], entity: found[1] }
}
