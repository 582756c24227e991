import type { AnyDb } from '../provider/index.ts'
import type { RootOf } from '../provider/inputs.ts'

/** What may be said of a record instead of being made up: members of its input, and the state it is to be in. */
export type Given<Kind extends { readonly create: object }> = Partial<Kind['create']> & StateOf<Kind>

type StateOf<Kind> = Kind extends {
  readonly state: infer State extends string
  readonly lifecycle: { readonly states: readonly (infer Value)[] }
}
  ? { readonly [Member in State]?: Value }
  : unknown

/** Makes valid records of one entity. */
export interface Factory<Kind extends { readonly create: object }> {
  /** A valid input; what it must refer to is made first, unless it is given. */
  input(db: AnyDb, given?: Given<Kind>): Promise<Kind['create']>
  /** A record, in the state that is given: moved there along its life cycle. */
  create(db: AnyDb, given?: Given<Kind>): Promise<RootOf<Kind>>
  createMany(db: AnyDb, count: number, given?: Given<Kind>): Promise<readonly RootOf<Kind>[]>
}
