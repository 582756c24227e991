import type { RefId } from '../ids.ts'
import type { Page, PageOptions, RevisionOption } from './inputs.ts'

/** What the types of an entity's documents are made of. No value has this type. */
export interface DocumentKind {
  readonly name: string
  /** As it is read. */
  readonly root: object
  readonly create: object
}

/** The kind of documents that change. */
export interface ChangingDocumentKind extends DocumentKind {
  readonly update: object
}

type ElementOf<Value> = Value extends readonly (infer Element)[] ? Element : Value

/** What one member may be compared with. */
export type Condition<Value> =
  | Value
  | ElementOf<Value>
  | {
      readonly $eq?: Value | ElementOf<Value>
      readonly $ne?: Value | ElementOf<Value>
      readonly $gt?: Value
      readonly $gte?: Value
      readonly $lt?: Value
      readonly $lte?: Value
      readonly $in?: readonly (Value | ElementOf<Value>)[]
      readonly $nin?: readonly (Value | ElementOf<Value>)[]
      readonly $all?: readonly ElementOf<Value>[]
      readonly $size?: number
      readonly $exists?: boolean
      readonly $regex?: string | RegExp
      readonly $options?: string
      readonly $elemMatch?: Readonly<Record<string, unknown>>
      readonly $not?: Readonly<Record<string, unknown>>
    }

/** MongoDB's filters, as far as they can be kept within a scope. */
export type DocumentFilter<Document> = {
  readonly [Member in keyof Document]?: Condition<Document[Member]>
} & {
  readonly [path: `${string}.${string}`]: unknown
  readonly $and?: readonly DocumentFilter<Document>[]
  readonly $or?: readonly DocumentFilter<Document>[]
  readonly $nor?: readonly DocumentFilter<Document>[]
}

/** Which documents. */
export interface DocumentWhere<Kind extends DocumentKind> {
  readonly where?: DocumentFilter<Kind['root']>
}

/** Which documents, in which order, and how many of them. */
export interface DocumentQuery<Kind extends DocumentKind> extends DocumentWhere<Kind> {
  /** The latest first, where it is absent. */
  readonly orderBy?: DocumentOrder<Kind['root']> | readonly DocumentOrder<Kind['root']>[]
  readonly take?: number
  readonly skip?: number
}

type DocumentOrder<Document> = { readonly [Member in keyof Document]?: 'asc' | 'desc' }

/** What of a document is asked for: these members alone. */
export interface DocumentSelection<Kind extends DocumentKind, Members extends keyof Kind['root']> {
  readonly select?: { readonly [Member in Members]: true }
}

/** The document; where some of its members were asked for, those. */
export type Chosen<Kind extends DocumentKind, Members extends keyof Kind['root']> = [Members] extends [never]
  ? Kind['root']
  : Pick<Kind['root'], Members>

/** A stage of a pipeline. Those that write or run code are refused. */
export type PipelineStage = Readonly<Record<`$${string}`, unknown>> & { readonly $out?: never; readonly $merge?: never }

/** What happened to a document. */
export interface DocumentChange<Kind extends DocumentKind> {
  readonly operation: 'create' | 'update' | 'delete'
  readonly refId: RefId<Kind['name']>
  /** As it is when the change is read; null where it was deleted. */
  readonly document: Kind['root'] | null
  /** What to give to go on behind this change. */
  readonly resumeAfter: string
}

/** Documents that the scope lets be seen; deleted ones are left out. */
export interface DocumentReads<Kind extends DocumentKind> {
  /** The record, or null where none is to be seen. */
  find(refId: RefId<Kind['name']>): Promise<Kind['root'] | null>
  /** @throws Missing where none is to be seen */
  get(refId: RefId<Kind['name']>): Promise<Kind['root']>
  findFirst<Members extends keyof Kind['root'] = never>(
    options?: Omit<DocumentQuery<Kind>, 'take'> & DocumentSelection<Kind, Members>,
  ): Promise<Chosen<Kind, Members> | null>
  findMany<Members extends keyof Kind['root'] = never>(
    options?: DocumentQuery<Kind> & DocumentSelection<Kind, Members>,
  ): Promise<Chosen<Kind, Members>[]>
  /** Some at a time in the order in which they were made. Records that come or go meanwhile move no page. */
  page<Members extends keyof Kind['root'] = never>(
    options?: PageOptions & DocumentWhere<Kind> & DocumentSelection<Kind, Members>,
  ): Promise<Page<Chosen<Kind, Members>>>
  count(options?: DocumentWhere<Kind>): Promise<number>
}

export interface DocumentQueries<Kind extends DocumentKind> {
  /** The values of a member, each once. */
  distinct<Member extends keyof Kind['root'] & string>(
    member: Member,
    where?: DocumentFilter<Kind['root']>,
  ): Promise<ElementOf<Kind['root'][Member]>[]>
  /**
   * Runs a pipeline on what the scope lets be seen, also where it looks into other collections.
   *
   * @throws Forbidden for stages that write, run code, or cannot be kept within the scope
   */
  aggregate<Result extends object = Record<string, unknown>>(pipeline: readonly PipelineStage[]): Promise<Result[]>
  /** What happens from now on, or behind a change that was read before, until the loop is left or `signal` ends it. */
  watch(
    options?: DocumentWhere<Kind> & { readonly resumeAfter?: string; readonly signal?: AbortSignal },
  ): AsyncIterable<DocumentChange<Kind>>
}

export interface DocumentSearch<Kind extends DocumentKind> {
  /** Documents with these words, the best first. */
  search<Members extends keyof Kind['root'] = never>(
    text: string,
    options?: Omit<DocumentQuery<Kind>, 'orderBy'> & DocumentSelection<Kind, Members>,
  ): Promise<Chosen<Kind, Members>[]>
}

/** `Owner`: what an input says beside: in the scope of the system, whose the record is to be. */
export interface DocumentCreates<Kind extends DocumentKind, Owner = unknown> {
  /** @throws InvalidInput; Conflict where something of it is taken */
  create(input: Kind['create'] & Owner): Promise<Kind['root']>
  createMany(inputs: readonly (Kind['create'] & Owner)[]): Promise<Kind['root'][]>
}

export interface DocumentUpdates<Kind extends ChangingDocumentKind> {
  /**
   * @param options with the revision that was read, the change is made only to that one; without it, to whatever is there
   * @throws Missing; InvalidInput; Conflict, with the present revision, where the record is another one by now
   */
  update(refId: RefId<Kind['name']>, changes: Kind['update'], options?: RevisionOption): Promise<Kind['root']>
  /** Gives back how many were changed. */
  updateMany(options: Required<DocumentWhere<Kind>> & { readonly data: Kind['update'] }): Promise<number>
}

export interface DocumentDeletes<Kind extends DocumentKind> {
  /** @throws Missing; Conflict where it is another one by now */
  delete(refId: RefId<Kind['name']>, options?: RevisionOption): Promise<void>
  /** Gives back how many were deleted. */
  deleteMany(options: Required<DocumentWhere<Kind>>): Promise<number>
}

/** Where a record that is deleted is kept and left out, until it is purged. */
export interface DocumentRestores<Kind extends DocumentKind> {
  /** @throws Missing where no such record is deleted; Conflict where something of it is taken by now */
  restore(refId: RefId<Kind['name']>): Promise<Kind['root']>
  /** Removes for good what is deleted already. */
  purge(refId: RefId<Kind['name']>, options?: RevisionOption): Promise<void>
  /** The same records with the deleted ones among them. */
  readonly withDeleted: DocumentReads<Kind>
}
