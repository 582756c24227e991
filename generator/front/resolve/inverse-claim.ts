import type { Entity } from '../../model/entity.ts'
import type { ScalarNode } from '../node.ts'

/** What a foreign key asks of the entity it refers to: a member by which that one reaches the rows that refer to it. */
export interface InverseClaim {
  readonly target: string
  /** The field's place in its part. */
  readonly at: number
  readonly single: boolean
  /** The name that the spec asks for, and where. */
  readonly declared?: { readonly member: string; readonly node: ScalarNode }
  /** Names in the order in which they are tried; the last is counted up until it is free. */
  readonly names: readonly string[]
}

/** An entity that is resolved but for its inverse sides. */
export interface ClaimingEntity {
  readonly entity: Entity
  readonly claims: readonly InverseClaim[]
  /** Its own members in rows, which no inverse side may be called. */
  readonly members: readonly string[]
}

/** The members that one entity gives to what refers to it. */
export type AssignedInverses = ReadonlyMap<InverseClaim, string>
