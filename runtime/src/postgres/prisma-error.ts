import type { InputIssue } from '../errors/errors.ts'
import type { ServerError } from './frame.ts'

/** What an error of Prisma's client says, without what it quotes. */
export type PrismaError =
  | { readonly kind: 'server' | 'connection' | 'timeout' | 'other'; readonly server?: ServerError }
  | { readonly kind: 'validation'; readonly issue: InputIssue; readonly server?: undefined }

/** Undefined for what is no error of Prisma's. */
export function prismaErrorOf(error: unknown): PrismaError | undefined {
  if (!(error instanceof Error)) return undefined
  // By name: every generated client has classes of its own.
  const { name } = error
  if (name === 'PrismaClientValidationError') return { kind: 'validation', issue: issueOf(error.message) }
  if (name === 'PrismaClientInitializationError') return { kind: 'connection' }
  // Thrown as it is where it is COMMIT or ROLLBACK that failed.
  if (name === 'DriverAdapterError') return ofAdapter(error.cause as AdapterCause | undefined)
  if (name !== 'PrismaClientKnownRequestError' && name !== 'PrismaClientUnknownRequestError') return undefined
  const { code, meta } = error as { readonly code?: unknown; readonly meta?: Meta }
  const ofDriver = ofAdapter(meta?.driverAdapterError?.cause)
  if (ofDriver.kind === 'server') return ofDriver
  switch (code) {
    case 'P2028':
      return { kind: 'timeout' }
    case 'P1001':
    case 'P1002':
    case 'P1008':
    case 'P1017':
    case 'P2024':
    case 'P2037':
      return { kind: 'connection' }
    default:
      return { kind: 'other' }
  }
}

/** As the adapter fills it: the SQLSTATE, and of the rest what it knows. */
interface Meta {
  readonly driverAdapterError?: { readonly cause?: AdapterCause }
}

interface AdapterCause {
  readonly originalCode?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: { readonly index?: string; readonly fields?: readonly string[] }
}

function ofAdapter(cause: AdapterCause | undefined): PrismaError {
  return cause?.originalCode === undefined
    ? { kind: 'other' }
    : { kind: 'server', server: serverOf(cause.originalCode, cause) }
}

function serverOf(code: string, cause: AdapterCause): ServerError {
  const { table, constraint } = cause
  const column = cause.column ?? constraint?.fields?.[0]
  return {
    code,
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
    ...(constraint?.index === undefined ? {} : { constraint: constraint.index }),
    isDelete: false,
  }
}

/** The message quotes the arguments, values and all; its last line names the one that is wrong. */
function issueOf(message: string): InputIssue {
  const last = message.trimEnd().split('\n').at(-1) ?? ''
  const name = /argument `([A-Za-z_]\w{0,62})`/i.exec(last)?.[1]
  const isUnknown = last.startsWith('Unknown argument')
  return {
    path: name === undefined ? [] : [name],
    message: isUnknown ? 'is unknown here' : 'is not what the client takes here',
  }
}
