import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import type { Reading } from '../reading/reading.ts'
import { failedToParse } from '../server-error.ts'
import { isSameDocument } from '../storage/same-document.ts'
import type { Target } from '../storage/target.ts'
import { insertDocument, replaceDocument } from '../storage/write.ts'
import { applyUpdate, checkUpdate, isReplacement, type UpdateOptions } from '../update/apply.ts'
import { documentForUpsert } from '../update/upsert.ts'
import type { Arguments } from './arguments.ts'

/** What `update` and `findAndModify` do to a document, checked before any document is looked at. */
export class Modification {
  readonly isReplacement: boolean
  readonly #update: BsonDocument | readonly BsonValue[]
  readonly #options: UpdateOptions
  readonly #filter: BsonDocument
  readonly #unvalidated: boolean

  /** @throws ServerError for an update that MongoDB would refuse whatever it finds */
  constructor(
    update: BsonValue,
    filter: BsonDocument,
    args: Arguments,
    reading: Reading,
    variables: Readonly<Record<string, unknown>> | undefined,
    unvalidated: boolean,
  ) {
    if (!isDocument(update) && !isArray(update)) failedToParse('Update argument must be either an object or an array')
    const arrayFilters = args.optionalDocuments('arrayFilters')
    checkUpdate(update, arrayFilters)
    this.#update = update
    this.#filter = filter
    this.#unvalidated = unvalidated
    this.isReplacement = isReplacement(update)
    this.#options = { filter, arrayFilters, variables, collation: reading.collation, now: new Date() }
  }

  /** @returns the document as it is afterwards; the very same where nothing changes */
  apply(target: Target, before: BsonDocument): BsonDocument {
    const after = applyUpdate(before, this.#update, this.#options)
    if (isSameDocument(before, after)) return before
    replaceDocument(target, before, after, { unvalidated: this.#unvalidated, isReplacement: this.isReplacement })
    return after
  }

  upsert(target: Target): BsonDocument {
    const document = documentForUpsert(this.#filter, this.#update, this.#options)
    return insertDocument(target, document, { unvalidated: this.#unvalidated })
  }
}
