import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { Db, Repository, Row } from '../support/db.ts'
import type { Party } from './parties.ts'

/** From whose scope something is tried, and on whose data. */
export interface Side {
  readonly description: Description
  readonly db: Db
  readonly me: Party
  readonly them: Party
}

/** The same for one entity. */
export interface EntitySide extends Side {
  readonly member: string
  readonly entity: EntityDescription
  readonly repository: Repository
  /** My record and theirs; theirs is all that an attacker can know of it. */
  readonly mine: Row
  readonly theirs: { readonly refId: string; readonly id: string }
}

/** One way to reach what is another tenant's. */
export interface Attempt {
  /** `update a record of theirs`. */
  readonly name: string
  /** Of the repository, or of an object's handle: `body.contentUrl`. */
  readonly method: string
  /** Whether it might change something. */
  readonly writes?: true
  /** `refused`: anything but an error is a leak. `empty`: nothing, or an error. `own`: may give what is the scope's own. */
  readonly expects: 'refused' | 'empty' | 'own'
  run(side: EntitySide): Promise<unknown> | AsyncIterable<unknown>
}
