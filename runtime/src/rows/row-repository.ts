import type { InputSchema } from '../validate/input-schema.ts'
import type { Row } from './read-out.ts'

/** Of one record; the spec's fields are the members. */
export type { Row } from './read-out.ts'

/** What of a row is read. */
export interface SelectionArguments {
  readonly include?: object
  readonly select?: object
}

export interface FindArguments extends SelectionArguments {
  readonly where?: object
  readonly orderBy?: object | readonly object[]
  readonly take?: number
  readonly skip?: number
  readonly distinct?: string | readonly string[]
}

export interface CountArguments {
  readonly where?: object
  readonly take?: number
  readonly skip?: number
}

export interface PageArguments extends SelectionArguments {
  readonly where?: object
  /** At most 1000; 50 where it is left out. */
  readonly take?: number
  /** `next` of the page before. */
  readonly after?: string | null
  /** By when records were made: the newest first unless it says `asc`. */
  readonly direction?: 'asc' | 'desc'
}

export interface Page<Item = Row> {
  readonly items: readonly Item[]
  /** Opaque; null on the last page. */
  readonly next: string | null
}

/** The revision that was read: Conflict where the record has changed since. */
export interface RevisionOptions {
  readonly revision?: number
}

export interface TransitionOptions extends RevisionOptions {
  /** The state, or states, that the record is taken to stand in. */
  readonly from: string | readonly string[]
  /** What else changes with it. */
  readonly data?: object
}

/** Of reads in a transaction of the data layer's own. */
export interface LockArguments {
  /** Holds the row until the transaction ends. */
  readonly lock?: boolean
}

/** Reads of the rows of one entity that a scope sees; public ids alone name one. */
export interface RowReads {
  /** Null where it is not there, or is not seen. */
  find(refId: string, args?: SelectionArguments & LockArguments): Promise<Row | null>
  /** @throws Missing */
  get(refId: string, args?: SelectionArguments & LockArguments): Promise<Row>
  findFirst(args?: FindArguments): Promise<Row | null>
  findMany(args?: FindArguments): Promise<readonly Row[]>
  count(args?: CountArguments): Promise<number>
  aggregate(args: object): Promise<unknown>
  groupBy(args: object): Promise<unknown>
  page(args?: PageArguments): Promise<Page>
}

/**
 * The rows of one entity in one scope. Arguments are Prisma's; what cannot be scoped is refused by name. Each call is a short
 * transaction of its own, unless it is made within `db.transaction`.
 */
export interface RowRepository extends RowReads {
  create(input: object): Promise<Row>
  /** All or none, in the order of the inputs. */
  createMany(inputs: readonly object[]): Promise<readonly Row[]>
  /** @throws Missing, Conflict */
  update(refId: string, changes: object, options?: RevisionOptions): Promise<Row>
  /** How many. */
  updateMany(args: { readonly where: object; readonly data: object }): Promise<number>
  /** Marks the record as deleted where the entity has soft delete, else removes it. @throws Missing, Conflict */
  delete(refId: string, options?: RevisionOptions): Promise<void>
  deleteMany(args: { readonly where: object }): Promise<number>
  /** @throws Conflict where a live record has taken what must be unique, or its parent is deleted */
  restore(refId: string): Promise<Row>
  /** Removes a deleted record for good. @throws Conflict while it lives, or while something refers to it */
  purge(refId: string, options?: RevisionOptions): Promise<void>
  /** Removes a record, deleted or not, and answers it as it was kept. For the data layer's own work. */
  remove(refId: string, options?: RevisionOptions): Promise<Row>
  /** @throws Conflict where it stands elsewhere, or where the move is not legal */
  transition(refId: string, to: string, options: TransitionOptions): Promise<Row>
  /** The same reads over deleted records too, at every depth. */
  readonly withDeleted: RowReads
  /** Standard Schema of the inputs. */
  readonly schema: { readonly create: InputSchema; readonly update: InputSchema }
}
