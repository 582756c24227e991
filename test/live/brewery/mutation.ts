/** One thing that is otherwise than the spec says, and what a comparison has to call it. */
export interface Mutation {
  readonly sql: string
  /** `place: fact`, all of them. */
  readonly named: readonly string[]
  /** For what belongs to the whole server and outlives the database. */
  readonly undo?: string
}
