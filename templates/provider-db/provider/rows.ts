import type { Types } from '@prisma/client/runtime/client'
import type { RefId } from '../ids.ts'
import type { Page, PageOptions, RevisionOption } from './inputs.ts'

/** What the types of an entity's rows are made of. No value has this type. */
export interface RowKind {
  readonly name: string
  readonly row: object
  /** The kinds that its rows lead to by the members of Prisma's client: in a list where there may be several. */
  readonly related: object
  /** Its members that are kept as ciphertext, of which only whether they are empty can be asked. */
  readonly encrypted: string
  /** Prisma's arguments. */
  readonly find: object
  readonly aggregate: object
  readonly groupBy: object
  readonly create: object
}

/** The kind of rows that change. */
export interface ChangingRowKind extends RowKind {
  readonly update: object
}

/** An entity that no relation leads from or to. */
export type Unrelated = Record<never, never>

/** What Prisma's own types compute results from, with this package's rows instead of Prisma's. */
export interface PayloadOf<Kind extends RowKind> {
  name: Kind['name']
  scalars: Pick<Kind['row'], keyof Kind['row']>
  objects: PayloadsOf<Kind['related']>
  composites: Unrelated
}

type PayloadsOf<Related> = {
  [Member in keyof Related]: Related[Member] extends readonly (infer One extends RowKind)[]
    ? PayloadOf<One>[]
    : Related[Member] extends RowKind
      ? PayloadOf<Related[Member]>
      : PayloadOf<Extract<Related[Member], RowKind>> | null
}

type ArgumentsOf<Kind extends RowKind, Names extends string> = Pick<Kind['find'], Extract<keyof Kind['find'], Names>>
type IncludeOf<Kind extends RowKind> = Kind['find'] extends { include?: infer Include } ? NonNullable<Include> : never
type SelectOf<Kind extends RowKind> = Kind['find'] extends { select?: infer Select } ? NonNullable<Select> : never
type Only<Given, Known> = Given & { readonly [Member in Exclude<keyof Given, keyof Known>]: never } & Uncut<Given>

/** Prisma's own cursors may name what the scope does not see. */
interface NoCursor {
  readonly cursor?: never
}

type Uncut<Given> = {
  readonly [Member in keyof Given]: Given[Member] extends object
    ? NoCursor & { readonly [Inner in Extract<keyof Given[Member], 'include' | 'select'>]: Uncut<Given[Member][Inner]> }
    : unknown
}

/** What of a record is asked for: related records beside it, or some of its members alone. One of the two. */
export interface Selection<Kind extends RowKind, Include, Select> {
  readonly include?: Only<Include, IncludeOf<Kind>>
  readonly select?: Only<Select, SelectOf<Kind>>
}

/** Prisma's filters, on what the scope lets be seen. */
export interface WhereOption<Kind extends RowKind> {
  readonly where?: WhereOf<Kind> & { readonly [Member in Kind['encrypted']]?: AboutNull }
}

type WhereOf<Kind extends RowKind> = Kind['find'] extends { where?: infer Where } ? NonNullable<Where> : never
type AboutNull = { readonly equals: null } | { readonly not: null } | null

/** By fields, of records that are referred to as well. Lists would count what is deleted, and ciphertext has no order. */
export interface OrderOption<Kind extends RowKind> {
  readonly orderBy?: OrderOf<Kind> | OrderOf<Kind>[]
}

type OrderOf<Kind extends RowKind> = Exclude<
  Kind['find'] extends { orderBy?: infer Order } ? Order : never,
  unknown[]
> & {
  readonly [Member in ListsIn<Kind['related']> | Kind['encrypted']]?: never
}

type ListsIn<Related> = {
  [Member in keyof Related]: Related[Member] extends readonly unknown[] ? Member : never
}[keyof Related]

/** The row itself; where something of it was asked for, that. */
export type Found<Kind extends RowKind, Include, Select> = [Select] extends [never]
  ? [Include] extends [never]
    ? Kind['row']
    : Types.Result.GetResult<PayloadOf<Kind>, { include: Include }>
  : Types.Result.GetResult<PayloadOf<Kind>, { select: Select }>

/** Rows that the scope lets be seen; deleted ones are left out. */
export interface RowReads<Kind extends RowKind> {
  /** The record, or null where none is to be seen. */
  find<Include extends IncludeOf<Kind> = never, Select extends SelectOf<Kind> = never>(
    refId: RefId<Kind['name']>,
    options?: Selection<Kind, Include, Select>,
  ): Promise<Found<Kind, Include, Select> | null>
  /** @throws Missing where none is to be seen */
  get<Include extends IncludeOf<Kind> = never, Select extends SelectOf<Kind> = never>(
    refId: RefId<Kind['name']>,
    options?: Selection<Kind, Include, Select>,
  ): Promise<Found<Kind, Include, Select>>
  findFirst<Include extends IncludeOf<Kind> = never, Select extends SelectOf<Kind> = never>(
    options?: WhereOption<Kind> & OrderOption<Kind> & ArgumentsOf<Kind, 'skip'> & Selection<Kind, Include, Select>,
  ): Promise<Found<Kind, Include, Select> | null>
  findMany<Include extends IncludeOf<Kind> = never, Select extends SelectOf<Kind> = never>(
    options?: WhereOption<Kind> &
      OrderOption<Kind> &
      ArgumentsOf<Kind, 'take' | 'skip' | 'distinct'> &
      Selection<Kind, Include, Select>,
  ): Promise<Found<Kind, Include, Select>[]>
  /** Some at a time in the order in which they were made. Records that come or go meanwhile move no page. */
  page<Include extends IncludeOf<Kind> = never, Select extends SelectOf<Kind> = never>(
    options?: PageOptions & WhereOption<Kind> & Selection<Kind, Include, Select>,
  ): Promise<Page<Found<Kind, Include, Select>>>
  count(options?: WhereOption<Kind> & ArgumentsOf<Kind, 'take' | 'skip'>): Promise<number>
  aggregate<Options extends Kind['aggregate']>(
    options: Options & NoCursor & WhereOption<Kind> & OrderOption<Kind>,
  ): Promise<Types.Result.GetResult<PayloadOf<Kind>, Options, 'aggregate'>>
  groupBy<Options extends Kind['groupBy']>(
    options: Options & WhereOption<Kind>,
  ): Promise<Types.Result.GetResult<PayloadOf<Kind>, Options, 'groupBy'>>
}

/** `Owner`: what an input says beside: in the scope of the system, whose the record is to be. */
export interface RowCreates<Kind extends RowKind, Owner = unknown> {
  /** @throws InvalidInput; Missing where it refers to what is not to be seen; Conflict where something of it is taken */
  create(input: Kind['create'] & Owner): Promise<Kind['row']>
  /** All of them or none. */
  createMany(inputs: readonly (Kind['create'] & Owner)[]): Promise<Kind['row'][]>
}

export interface RowUpdates<Kind extends ChangingRowKind> {
  /**
   * @param options with the revision that was read, the change is made only to that one; without it, to whatever is there
   * @throws Missing; InvalidInput; Conflict, with the present revision, where the record is another one by now
   */
  update(refId: RefId<Kind['name']>, changes: Kind['update'], options?: RevisionOption): Promise<Kind['row']>
  /** Gives back how many were changed. */
  updateMany(options: Required<WhereOption<Kind>> & { readonly data: Kind['update'] }): Promise<number>
}

export interface RowDeletes<Kind extends RowKind> {
  /** @throws Missing; Conflict where other records refer to it, or where it is another one by now */
  delete(refId: RefId<Kind['name']>, options?: RevisionOption): Promise<void>
  /** Gives back how many were deleted. */
  deleteMany(options: Required<WhereOption<Kind>>): Promise<number>
}

/** Where a record that is deleted is kept and left out, until it is purged. */
export interface RowRestores<Kind extends RowKind> {
  /** @throws Missing where no such record is deleted; Conflict where something of it is taken by now */
  restore(refId: RefId<Kind['name']>): Promise<Kind['row']>
  /** Removes for good what is deleted already. */
  purge(refId: RefId<Kind['name']>, options?: RevisionOption): Promise<void>
  /** The same records with the deleted ones among them. */
  readonly withDeleted: RowReads<Kind>
}

/** What a transaction of PostgreSQL may do with a record that has parts elsewhere. */
export type InTransaction<Repository> = Pick<
  Repository,
  Extract<keyof Repository, keyof RowReads<RowKind> | 'transition'>
>
