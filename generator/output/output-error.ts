/**
 * The output cannot be brought up to date for a reason that lies outside Stowage: another run, a path in the way, a full
 * disk. The message is for the user; nothing is half-written.
 */
export class OutputError extends Error {
  override readonly name: string = 'OutputError'
}
