import type { Claim } from '../../proof.ts'
import { obstacleOf } from '../documents/document.ts'
import type { Collection, Spec } from '../facts.ts'
import type { Session } from '../session.ts'

/** What is tried of an entity, or why it is not. */
export type Try =
  | { readonly name: string; prove(session: Session): Promise<void> }
  | { readonly name: string; readonly reason: string }

/** Claims about one entity. Where no document of it can be made, they are left unproved with the reason. */
export function claimsOf(
  spec: Spec,
  collection: Collection,
  guarantee: string,
  tries: readonly Try[],
): readonly Claim<Session>[] {
  const obstacle = obstacleOf(spec, collection)
  return tries.map((one) => {
    const claimed = { store: 'mongo', entity: collection.entity, guarantee, name: one.name } as const
    if (obstacle !== undefined) return { ...claimed, reason: `no ${collection.document} can be made: ${obstacle}` }
    return { ...claimed, ...one }
  })
}
