/** A record as it comes back. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly refId: string
  readonly revision: number
}

/** What there is of a record in several stores. */
export type SplitRow = Row & {
  readonly document: Readonly<Record<string, unknown>> | null
  readonly objects: Readonly<Record<string, StoredFacts | null>>
}

export interface StoredFacts {
  readonly key: string
  readonly size: number
  readonly sha256: string
  readonly contentType: string
  readonly versionId?: string
}

export interface WriteOptions {
  readonly revision?: number
  readonly idempotencyKey?: string
}

/** A repository without what generated types know of it. Each entity has some of these. */
export interface Repository {
  find(refId: string, args?: object): Promise<Row | null>
  get(refId: string, args?: object): Promise<Row>
  findFirst(args?: object): Promise<Row | null>
  findMany(args?: object): Promise<readonly Row[]>
  count(args?: object): Promise<number>
  aggregate(args: object): Promise<unknown>
  groupBy(args: object): Promise<readonly unknown[]>
  distinct(member: string, where?: object): Promise<readonly unknown[]>
  page(args?: object): Promise<{ readonly items: readonly Row[]; readonly next: string | null }>
  search(text: string, args?: object): Promise<readonly Row[]>
  watch(pipeline?: readonly object[]): AsyncIterable<Readonly<Record<string, unknown>>>
  create(input: object, options?: WriteOptions): Promise<Row>
  createMany(inputs: readonly object[]): Promise<readonly Row[]>
  read(refId: string): Promise<SplitRow>
  update(refId: string, changes: object, options?: WriteOptions): Promise<Row>
  updateMany(args: object): Promise<number>
  delete(refId: string, options?: WriteOptions): Promise<void>
  restore(refId: string): Promise<Row>
  purge(refId: string, options?: WriteOptions): Promise<void>
  deleteMany(args: object): Promise<number>
  transition(
    refId: string,
    to: string,
    args: { readonly from: string; readonly data?: object; readonly revision?: number },
  ): Promise<Row>
  contentUrl(refId: string, object?: string): Promise<string>
  readonly withDeleted: Repository
}

/** The way to one object of an entity. */
export interface ObjectHandle {
  contentUrl(refId: string, options?: { readonly fileName?: string }): Promise<string>
  stream(refId: string): AsyncIterable<Uint8Array>
  bytes(refId: string): Promise<Uint8Array>
  text(refId: string): Promise<string>
  uploadUrl(
    refId: string,
    upload: { readonly size: number; readonly sha256?: string; readonly contentType?: string },
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly key: string }>
  attach(refId: string, upload: { readonly key: string }, options?: WriteOptions): Promise<Row>
}

/** The client of a scope, by members of the description. */
export interface Db {
  readonly [member: string]: unknown
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
}

/** A member of the client: which methods it has is for the generated types to say, and here for the test. */
export function repository(db: Db, member: string): Repository {
  return db[member] as Repository
}

export function handle(db: Db, member: string, object: string): ObjectHandle {
  return (db[member] as Readonly<Record<string, ObjectHandle>>)[object] as ObjectHandle
}
