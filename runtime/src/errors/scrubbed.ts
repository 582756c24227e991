/**
 * What is kept of a driver's error: its name, codes, the names that a catalog gave, and where it was thrown. Drivers
 * quote the arguments of a call in messages and in members of their own, so neither is kept.
 */
export class DriverError extends Error {
  /** Of the driver: `P2002`, `ECONNREFUSED`, `23505`, `11000`. */
  declare readonly code?: string
  /** Names in PostgreSQL that the error is about. */
  declare readonly constraint?: string
  declare readonly table?: string

  constructor(kept: Kept, frames: string | undefined, cause?: DriverError) {
    super(
      kept.code === undefined ? kept.name : `${kept.name} ${kept.code}`,
      cause === undefined ? undefined : { cause },
    )
    this.name = kept.name
    if (kept.code !== undefined) this.code = kept.code
    if (kept.constraint !== undefined) this.constraint = kept.constraint
    if (kept.table !== undefined) this.table = kept.table
    this.stack = [`${kept.name}: ${this.message}`, ...(frames === undefined ? [] : [frames])].join('\n')
  }
}

interface Kept {
  readonly name: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
}

/** The error without a value of a field; one that holds none is left as it is. */
export function scrubbed(error: unknown, depth = 0): DriverError | undefined {
  if (error === undefined || error === null) return undefined
  if (error instanceof DriverError) return error
  if (typeof error !== 'object') return new DriverError({ name: 'Error' }, undefined)
  const inner = depth < 5 && 'cause' in error ? scrubbed(error.cause, depth + 1) : undefined
  const code = codeOf(error)
  const constraint = identifierIn(error, 'constraint')
  const table = identifierIn(error, 'table')
  return new DriverError(
    {
      name: nameOf(error),
      ...(code === undefined ? {} : { code }),
      ...(constraint === undefined ? {} : { constraint }),
      ...(table === undefined ? {} : { table }),
    },
    framesOf(error),
    inner,
  )
}

/** The class of the error: a name that code gave and no data did. */
function nameOf(error: object): string {
  const { name } = error.constructor ?? {}
  return typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,60}$/.test(name) ? name : 'Error'
}

/** Codes are numbers, SQLSTATEs or constants in capitals. */
function codeOf(error: object): string | undefined {
  const code = memberOf(error, 'code') ?? statusOf(error)
  if (typeof code === 'number' && Number.isSafeInteger(code)) return String(code)
  return typeof code === 'string' && /^(?:[0-9A-Z]{5}|P\d{4}|E[A-Z0-9_]{2,40}|[A-Z]+(?:_[A-Z]+)+)$/.test(code)
    ? code
    : undefined
}

/** The status that S3 answered with. */
function statusOf(error: object): unknown {
  const metadata = memberOf(error, '$metadata')
  return typeof metadata === 'object' && metadata !== null ? memberOf(metadata, 'httpStatusCode') : undefined
}

function identifierIn(error: object, member: string): string | undefined {
  const value = memberOf(error, member)
  return typeof value === 'string' && /^[a-z_][a-z0-9_]{0,62}$/.test(value) ? value : undefined
}

/** Read without running what the error defines itself. */
function memberOf(error: object, member: string): unknown {
  return Object.getOwnPropertyDescriptor(error, member)?.value
}

/** The lines of the stack that name code. The message stands before them, and lines of it may look like one. */
function framesOf(error: object): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined
  const at = error.stack.indexOf(error.message)
  if (at < 0) return undefined
  const frames = error.stack
    .slice(at + error.message.length)
    .split('\n')
    .filter((line) => frame.test(line))
  return frames.length === 0 ? undefined : frames.slice(0, 20).join('\n')
}

const frame = /^ {4}at (?:async )?(?:[\w$.<>#[\] ]+ \()?(?:file:|node:|\/|[A-Za-z]:\\)[^()]*:\d+:\d+\)?$/
