/** A document as it is kept; `_id` in hexadecimal. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: string }

/**
 * MongoDB for the data layer's own work on parts of split records: by `_id` and by tenant. Writes wait for a majority.
 * Every call names the tenant where the collection has one, so that a wrong id finds nothing.
 */
export interface DocumentStore {
  /** @throws where the `_id` is taken: `DuplicateDocument`. */
  insert(collection: string, document: StoredDocument): Promise<void>
  find(collection: string, id: string, tenant?: string): Promise<StoredDocument | undefined>
  findMany(collection: string, ids: readonly string[], tenant?: string): Promise<readonly StoredDocument[]>
  /** Whether it was there. */
  remove(collection: string, id: string, tenant?: string): Promise<boolean>
  /** In the order of `_id`, after the one given; at most `limit`. */
  page(
    collection: string,
    filter: {
      readonly tenant?: string
      readonly after?: string
      readonly limit: number
      readonly where?: Readonly<Record<string, unknown>>
    },
  ): Promise<readonly StoredDocument[]>
  close(): Promise<void>
}

/** The `_id` is taken: an earlier attempt may have got through. */
export class DuplicateDocument extends Error {
  override readonly name = 'DuplicateDocument'
}
