import { type BsonDocument, isDocument } from '../bson/value.ts'
import { badValue, refuse } from '../server-error.ts'
import { compileValidator } from '../validation/validator.ts'

const levels: ReadonlySet<unknown> = new Set(['off', 'strict', 'moderate'])
const actions: ReadonlySet<unknown> = new Set(['error', 'warn'])

/** What a collection demands of its documents. */
export class DocumentValidation {
  readonly #level: unknown
  readonly #action: unknown
  readonly #explain: ((document: BsonDocument) => BsonDocument | undefined) | undefined

  /** @throws ServerError for a validator, a level or an action that MongoDB would not take */
  constructor({ validator, validationLevel = 'strict', validationAction = 'error' }: BsonDocument) {
    if (!levels.has(validationLevel)) notOneOf('validationLevel', validationLevel)
    if (!actions.has(validationAction)) notOneOf('validationAction', validationAction)
    this.#level = validationLevel
    this.#action = validationAction
    const isGiven = isDocument(validator) && Object.keys(validator).length > 0
    this.#explain = isGiven ? compileValidator(validator) : undefined
  }

  /**
   * @param before the document as it was, if it is changed
   * @throws ServerError 121 for a document that the collection does not take
   */
  check(document: BsonDocument, before: BsonDocument | undefined): void {
    if (this.#explain === undefined || this.#level === 'off' || this.#action === 'warn') return
    const details = this.#explain(document)
    if (details === undefined) return
    // Moderate: what did not conform before need not conform now.
    if (this.#level === 'moderate' && before !== undefined && this.#explain(before) !== undefined) return
    refuse(121, 'DocumentValidationFailure', 'Document failed validation', {
      errInfo: { failingDocumentId: document._id, details },
    })
  }
}

function notOneOf(field: string, value: unknown): never {
  return badValue(`Enumeration value '${String(value)}' for field '${field}' is not a valid value.`)
}
