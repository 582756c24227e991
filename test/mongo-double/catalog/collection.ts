import { UUID } from 'bson'
import { type Collation, compileCollation } from '../bson/collation.ts'
import { identityKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { CollectionIndex } from '../indexes/collection-index.ts'
import { duplicateKey } from '../indexes/duplicate-key.ts'
import { IndexSet } from '../indexes/index-set.ts'
import { type IndexSpecification, idIndex } from '../indexes/specification.ts'
import { RecordTable } from '../storage/record-table.ts'
import { DocumentValidation } from './document-validation.ts'
import { type Namespace, namespaceText } from './namespace.ts'

export type CollectionKind = 'collection' | 'view' | 'timeseries'

/** A collection or a view: what it is called, what it was created with, its indexes and its committed records. */
export class Collection {
  /** Changed by `renameCollection` alone. */
  namespace: Namespace
  readonly kind: CollectionKind
  readonly uuid: UUID = new UUID()
  readonly collation: Collation | undefined
  readonly indexes: IndexSet
  readonly records: RecordTable
  #options: BsonDocument
  #validation: DocumentValidation

  /** @throws ServerError for a validator that MongoDB would not take */
  constructor(namespace: Namespace, kind: CollectionKind = 'collection', options: BsonDocument = {}) {
    this.namespace = namespace
    this.kind = kind
    this.#options = options
    this.#validation = new DocumentValidation(options)
    this.collation = compileCollation(options.collation)
    this.indexes = new IndexSet(idIndex(this.defaultCollation))
    this.records = new RecordTable(this.indexes)
  }

  /** `database.collection` */
  get name(): string {
    return namespaceText(this.namespace)
  }

  get options(): BsonDocument {
    return this.#options
  }

  set options(options: BsonDocument) {
    this.#validation = new DocumentValidation(options)
    this.#options = options
  }

  get validation(): DocumentValidation {
    return this.#validation
  }

  get defaultCollation(): BsonDocument | undefined {
    const { collation } = this.#options
    return isDocument(collation) ? collation : undefined
  }

  get isCapped(): boolean {
    return this.#options.capped === true
  }

  /** The key of the record with this `_id`. */
  recordKey(id: BsonValue): string {
    return identityKey(id, this.collation)
  }

  /** @throws ServerError 11000 where the documents that are there break a unique index; it is then not added */
  addIndex(specification: IndexSpecification): void {
    const index = new CollectionIndex(specification)
    if (index.isUnique) {
      for (const document of this.records.values()) {
        const owner = this.recordKey(document._id)
        for (const { key, values } of index.entriesOf(document)) {
          if ((index.owners.get(key) ?? owner) !== owner) duplicateKey(this.name, specification, values)
          index.owners.set(key, owner)
        }
      }
    }
    this.indexes.add(index)
  }
}
