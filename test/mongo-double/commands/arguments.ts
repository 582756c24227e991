import { toPlainDocument } from '../bson/codec.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, isTruthy, toNumber } from '../bson/value.ts'
import { badValue, refuseLocation, typeMismatch } from '../server-error.ts'

/** What every command takes, whatever else it takes. */
const generic: ReadonlySet<string> = new Set([
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'stmtId',
  'stmtIds',
])

/** The arguments of a command or of one statement in it, with the errors that MongoDB has for wrong ones. */
export class Arguments {
  /** The name in errors: `find`, `update.updates`. */
  readonly of: string
  readonly values: BsonDocument

  constructor(of: string, values: BsonDocument) {
    this.of = of
    this.values = values
  }

  /** @throws ServerError 40415 for an argument that the command does not know */
  checkKnown(known: ReadonlySet<string>): void {
    for (const field of Object.keys(this.values)) {
      if (known.has(field) || generic.has(field) || field.startsWith('$')) continue
      refuseLocation(40415, `BSON field '${this.of}.${field}' is an unknown field.`)
    }
  }

  has(field: string): boolean {
    return this.values[field] !== undefined
  }

  value(field: string): BsonValue {
    return this.values[field]
  }

  /** `true` and any number but zero. */
  flag(field: string): boolean {
    return isTruthy(this.values[field])
  }

  text(field: string): string {
    const value = this.#required(field)
    return typeof value === 'string' ? value : this.#wrongType(field, value, 'string')
  }

  document(field: string): BsonDocument {
    const value = this.#required(field)
    return isDocument(value) ? value : this.#wrongType(field, value, 'object')
  }

  optionalDocument(field: string): BsonDocument | undefined {
    const value = this.values[field]
    return value === undefined || value === null ? undefined : this.document(field)
  }

  array(field: string): readonly BsonValue[] {
    const value = this.#required(field)
    return isArray(value) ? value : this.#wrongType(field, value, 'array')
  }

  documents(field: string): readonly BsonDocument[] {
    return this.array(field).map((value) => (isDocument(value) ? value : this.#wrongType(field, value, 'object')))
  }

  /** Statements of a bulk, each with arguments of its own. */
  statements(field: string, known: ReadonlySet<string>): readonly Arguments[] {
    const statements = this.documents(field).map((statement) => new Arguments(`${this.of}.${field}`, statement))
    for (const statement of statements) statement.checkKnown(known)
    return statements
  }

  optionalDocuments(field: string): readonly BsonDocument[] | undefined {
    return this.has(field) ? this.documents(field) : undefined
  }

  number(field: string): number | undefined {
    const value = this.values[field]
    if (value === undefined || value === null) return undefined
    return isNumber(value) ? toNumber(value) : this.#wrongType(field, value, 'number')
  }

  /** A number that says how many; negative ones are refused. */
  count(field: string): number | undefined {
    const count = this.number(field)
    if (count !== undefined && count < 0) {
      refuseLocation(51024, `BSON field '${field}' value must be >= 0, actual value '${count}'`)
    }
    return count
  }

  oneOf(field: string, choices: readonly string[]): string | undefined {
    const value = this.values[field]
    if (value === undefined) return undefined
    if (typeof value === 'string' && choices.includes(value)) return value
    return badValue(`Enumeration value '${String(value)}' for field '${this.of}.${field}' is not a valid value.`)
  }

  /** The variables that `let` defines, for expressions. */
  variables(field = 'let'): Readonly<Record<string, unknown>> | undefined {
    const given = this.optionalDocument(field)
    return given === undefined ? undefined : toPlainDocument(given)
  }

  #required(field: string): BsonValue {
    const value = this.values[field]
    if (value === undefined) {
      refuseLocation(40414, `BSON field '${this.of}.${field}' is missing but a required field`)
    }
    return value
  }

  #wrongType(field: string, value: BsonValue, expected: string): never {
    return typeMismatch(
      `BSON field '${this.of}.${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
    )
  }
}
