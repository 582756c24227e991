import type { RefId } from '../ids.ts'
import type { Lifecycle, NextState } from '../types/lifecycle.ts'
import type { RevisionOption } from './inputs.ts'
import type { ChangingRowKind } from './rows.ts'

/** The kind of rows whose status has a life cycle. */
export interface MovingRowKind extends ChangingRowKind {
  readonly lifecycle: Lifecycle<string>
}

type StateOf<Kind extends MovingRowKind> = Kind['lifecycle']['states'][number]

/** Moves along the life cycle; the status changes in no other way. */
export interface Moves<Kind extends MovingRowKind> {
  /**
   * Moves a record on. Every move is written down once for the audit.
   *
   * @param to one of the states that may follow `from`
   * @throws Missing; Conflict where it is in another state by now: of several at once, one gets through
   */
  transition<From extends StateOf<Kind>>(
    refId: RefId<Kind['name']>,
    to: NextState<Kind['lifecycle'], From>,
    options: RevisionOption & { readonly from: From; readonly data?: Kind['update'] },
  ): Promise<Kind['row']>
}
