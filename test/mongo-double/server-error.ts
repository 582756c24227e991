import type { BsonDocument } from './bson/value.ts'

/** What the server answers instead of a result: the codes and names are MongoDB's own. */
export class ServerError extends Error {
  override readonly name: string = 'ServerError'
  readonly code: number
  readonly codeName: string
  /** Further fields of the answer, such as `keyPattern` or `errInfo`. */
  readonly details: BsonDocument

  constructor(code: number, codeName: string, message: string, details: BsonDocument = {}) {
    super(message)
    this.code = code
    this.codeName = codeName
    this.details = details
  }
}

/** @throws ServerError always */
export function refuse(code: number, codeName: string, message: string, details?: BsonDocument): never {
  throw new ServerError(code, codeName, message, details)
}

/** Refuses with one of MongoDB's unnamed codes, whose name is `Location` and the number. */
export function refuseLocation(code: number, message: string): never {
  return refuse(code, `Location${code}`, message)
}

export function badValue(message: string): never {
  return refuse(2, 'BadValue', message)
}

export function failedToParse(message: string): never {
  return refuse(9, 'FailedToParse', message)
}

export function typeMismatch(message: string): never {
  return refuse(14, 'TypeMismatch', message)
}

/** MongoDB can do it and this double cannot: never an answer that pretends. */
export function notImplemented(what: string): never {
  return refuse(238, 'NotImplemented', `test double: ${what}`)
}
