/** A fault of Stowage itself. A user's mistake is never one: those are diagnostics. */
export class InternalError extends Error {
  override readonly name: string = 'InternalError'
}

/** Closes an exhaustive switch: the compiler refuses a union that grew without its case. */
export function assertNever(value: never): never {
  throw new InternalError(`unexpected value ${JSON.stringify(value)}`)
}
