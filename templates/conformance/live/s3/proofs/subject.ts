import type { BucketFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { type Place, placesOf, type S3Facts } from '../facts.ts'
import { obstacleOf } from '../keys.ts'
import type { Session } from '../session.ts'

/** What claims are made about. */
export interface Subject {
  readonly facts: S3Facts
  readonly places: readonly Place[]
}

export function subjectOf(facts: S3Facts): Subject {
  return { facts, places: placesOf(facts) }
}

/** What is tried, or why it is not. */
export type Try =
  | { readonly name: string; prove(session: Session): Promise<void> }
  | { readonly name: string; readonly reason: string }

/** Claims about what is put in one place. Where no key of it can be made, they are left unproved with the reason. */
export function claimsOf(
  { facts }: Subject,
  place: Place,
  guarantee: string,
  tries: readonly Try[],
): readonly Claim<Session>[] {
  const { object, name: where } = place
  const obstacle = object === undefined ? undefined : obstacleOf(facts, object, place)
  const entity = object === undefined ? {} : { entity: object.entity }
  return tries.map((one) => {
    const claimed = { store: 's3', ...entity, guarantee, name: `${where}: ${one.name}` } as const
    if (obstacle !== undefined) return { ...claimed, reason: obstacle }
    return { ...claimed, ...('reason' in one ? { reason: one.reason } : { prove: one.prove }) }
  })
}

/** Claims about a bucket, whatever is in it. */
export function bucketClaims(
  { name: bucket }: BucketFact,
  guarantee: string,
  tries: readonly Try[],
): readonly Claim<Session>[] {
  return tries.map((one) => {
    const claimed = { store: 's3', guarantee, name: `bucket ${bucket}: ${one.name}` } as const
    return { ...claimed, ...('reason' in one ? { reason: one.reason } : { prove: one.prove }) }
  })
}
