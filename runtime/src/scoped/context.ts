import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { Session } from '../stores/postgres.ts'
import type { Scope } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import type { Observer } from './observer.ts'
import type { Secrets } from './secrets.ts'

/** What a repository of one scope works with. */
export interface Context {
  readonly stores: Stores
  readonly scope: Scope
  /** Within `db.transaction`: rows are read and written there, and any other store refuses. */
  readonly session?: Session
  readonly secrets: Secrets
  readonly observer: Observer
  /** The Mongoose model of a name, as the generated package has it: `toolCallLog`. */
  model(name: string): Promise<unknown>
}

/** @throws TypeError for a name that the spec does not have: generated code asks for none. */
export function entityIn(description: Description, member: string): EntityDescription {
  const found = Object.hasOwn(description.entities, member) ? description.entities[member] : undefined
  if (found === undefined) throw new TypeError(`the spec has no entity ${member}`)
  return found
}
