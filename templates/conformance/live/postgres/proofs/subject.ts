import type { Claim } from '../../proof.ts'
import { type PostgresFacts, type Spec, specOf, type Table } from '../facts.ts'
import { type Order, orderOf, type Realm } from '../rows/obstacles.ts'
import type { Session } from '../session.ts'

/** What claims are made about. */
export interface Subject {
  readonly spec: Spec
  readonly order: Order
}

export function subjectOf(facts: PostgresFacts): Subject {
  const spec = specOf(facts)
  return { spec, order: orderOf(spec) }
}

/** What is tried of an entity, or why it is not. */
export type Try =
  | { readonly name: string; prove(session: Session): Promise<void> }
  | { readonly name: string; readonly reason: string }

/** Claims about one entity. Where no row of it can be made, they are left unproved with the reason. */
export function claimsOf(
  { order }: Subject,
  table: Table,
  guarantee: string,
  tries: readonly Try[],
  realm: Realm = 'tenant',
): readonly Claim<Session>[] {
  const obstacle = order.obstacles[realm].get(table.entity)
  return tries.map((one) => {
    const claimed = { store: 'postgres', entity: table.entity, guarantee, name: one.name } as const
    if (obstacle !== undefined) return { ...claimed, reason: `no row of ${table.entity} can be made: ${obstacle}` }
    return { ...claimed, ...one }
  })
}

/** Claims about the database as a whole. */
export function generalClaims(guarantee: string, tries: readonly Try[]): readonly Claim<Session>[] {
  return tries.map((one) => ({ store: 'postgres', guarantee, ...one }))
}
