import type { Description } from '../description/description.ts'
import { Conflict, Forbidden, InvalidInput, Missing, Unavailable } from '../errors/errors.ts'
import { type ErrorFacts, StowageError } from '../errors/stowage-error.ts'
import { type Frame, frames, type ServerError, serverErrorOf } from './frame.ts'
import { type Subject, subjectOf } from './names.ts'
import { prismaErrorOf } from './prisma-error.ts'

/** What went wrong within the transaction that the caller is in. */
export function typedHere(error: unknown, description: Description): unknown {
  return typedError(error, description, frames.getStore(), true)
}

/**
 * The typed error for what PostgreSQL, its driver or Prisma threw; what is none of theirs stays as it is. `isBegun`:
 * whether the transaction had its settings, so that what failed before is a matter of the connection.
 */
export function typedError(
  error: unknown,
  description: Description,
  frame: Frame | undefined,
  isBegun: boolean,
): unknown {
  if (error instanceof StowageError) return error
  const prisma = prismaErrorOf(error)
  if (prisma?.kind === 'validation') return new InvalidInput('the arguments', [prisma.issue])
  const server = frame?.failed ?? prisma?.server ?? serverErrorOf(error)
  // A caller's own error after a statement that failed and was caught is the caller's.
  const isTheirs = prisma !== undefined || frame?.isRolledBack === true || frame?.isLost === true || !isBegun
  if (server !== undefined && isTheirs) return ofServer(server, description, error)
  if (prisma?.kind === 'timeout') return tookTooLong('the transaction', error)
  if (prisma?.kind === 'connection' || frame?.isLost === true || !(isBegun || isFault(error))) {
    return unreachable(frame, error)
  }
  return error
}

/** A package that is not installed, or a mistake of ours. */
function isFault(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
  )
}

/** Whether work that only reads may be done again: nothing of it is wrong in itself. */
export function mayTryAgain(error: unknown): boolean {
  if (error instanceof Unavailable) return error.facts.retry !== false
  return error instanceof Conflict && error.facts.retry === true
}

function unreachable(frame: Frame | undefined, cause: unknown): Unavailable {
  if (frame?.client === undefined) return new Unavailable('postgres', 'no connection', { undone: true }, cause)
  // Without COMMIT the server rolls back what it has begun.
  const facts = frame.isCommitting ? {} : { undone: true }
  return new Unavailable('postgres', 'the connection was lost', facts, cause)
}

function tookTooLong(what: string, cause: unknown): Unavailable {
  return new Unavailable('postgres', `${what} took longer than is allowed`, { undone: true, retry: false }, cause)
}

function ofServer(server: ServerError, description: Description, cause: unknown): unknown {
  const subject = subjectOf(description, server)
  const { code } = server
  const facts = factsOf(subject, server)
  switch (code) {
    case '23505':
      return taken(subject, server, facts, cause)
    case '23503':
      return server.isDelete ? referredTo(subject, facts, cause) : notThere(subject, description, facts)
    case '23001':
      return restricted(subject, server, facts, cause)
    case '23514':
      return checked(subject, server, facts, cause)
    case '42501':
      return forbidden(subject, facts, cause)
    case '23502':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22P02':
      return new InvalidInput(nameOf(subject), [{ path: pathOf(subject), message: wrong[code] }], facts)
    case '40001':
    case '40P01':
      return new Conflict(
        "two transactions stood in each other's way, and this one gave way",
        { ...facts, retry: true },
        'Do it again.',
        cause,
      )
    case '25P02':
      return new Conflict(
        'an earlier statement of the transaction failed, so it can only be rolled back',
        facts,
        'Let the error of that statement end the transaction.',
        cause,
      )
    case '57014':
      return tookTooLong('a statement', cause)
    case '55P03':
      return tookTooLong('waiting for what another transaction holds', cause)
    case '25P03':
    case '25P04':
      return tookTooLong('the transaction', cause)
    case '25006':
      return new Forbidden(
        'a transaction that only reads, or a server that does, takes no changes',
        facts,
        'Do it by a method that writes, on the primary server.',
        cause,
      )
    case '28000':
    case '28P01':
      return new Forbidden('PostgreSQL refuses the login', facts, 'Check user and password of the URL.', cause)
    default:
      return isOutage(code)
        ? new Unavailable('postgres', `the server is not at hand (${code})`, { undone: true }, cause)
        : cause
  }
}

/** Classes: connection, resources, intervention of an operator, and a database that is not there. */
function isOutage(code: string): boolean {
  return /^(?:08|53|57P|58)/.test(code) || code === '3D000'
}

const wrong = {
  '23502': 'is missing',
  '22001': 'is too long',
  '22003': 'is out of range',
  '22007': 'is no date',
  '22008': 'is out of range',
  '22P02': 'has the wrong form',
} as const

function factsOf({ member, field }: Subject, { constraint }: ServerError): ErrorFacts {
  return {
    ...(member === undefined ? {} : { entity: member }),
    ...(field === undefined ? {} : { field: field.name }),
    ...(constraint === undefined ? {} : { constraint }),
  }
}

function nameOf({ entity, member }: Subject): string {
  return entity ?? member ?? 'the record'
}

function pathOf({ field }: Subject): readonly string[] {
  return field === undefined ? [] : [field.name]
}

function taken(subject: Subject, { constraint }: ServerError, facts: ErrorFacts, cause: unknown): Conflict {
  const { uniques } = subject.table ?? {}
  const members = constraint === undefined || uniques === undefined ? undefined : uniques[constraint]
  const what = members === undefined ? 'what must be unique' : members.join(', ')
  return new Conflict(
    `another ${nameOf(subject)} has taken ${what}`,
    { ...facts, ...(members === undefined ? {} : { members: members.join(', ') }) },
    'Choose other values, or use the record that is there.',
    cause,
  )
}

function notThere({ entity, field }: Subject, description: Description, facts: ErrorFacts): Missing {
  const type = field?.type
  const target = type?.kind === 'ref' ? description.entities[type.entity]?.name : undefined
  const what = target ?? 'a record'
  return new Missing(field === undefined ? `${what} that it refers to` : `${what} (${entity}.${field.name})`, facts)
}

function referredTo(subject: Subject, facts: ErrorFacts, cause: unknown): Conflict {
  return new Conflict(
    `a ${nameOf(subject)} still refers to it`,
    facts,
    'Remove what refers to it first, deleted records included.',
    cause,
  )
}

function restricted(subject: Subject, { constraint }: ServerError, facts: ErrorFacts, cause: unknown): StowageError {
  const name = nameOf(subject)
  switch (constraint) {
    case 'immutable':
      return new Forbidden(`${name}.${pathOf(subject).join('')} never changes`, facts, 'Make a new record.', cause)
    case 'append_only':
      return new Forbidden(`a ${name} is only ever added`, facts, 'Add one that corrects the earlier one.', cause)
    default:
      return referredTo(subject, facts, cause)
  }
}

function checked(subject: Subject, { constraint }: ServerError, facts: ErrorFacts, cause: unknown): StowageError {
  const name = nameOf(subject)
  switch (constraint) {
    case 'lifecycle_move':
      return new Conflict(`a ${name} may not move there from where it stands`, facts, undefined, cause)
    case 'lifecycle_start':
      return new Conflict(`a ${name} begins in the first state`, facts, 'Make it there and move it on.', cause)
    default:
      return new InvalidInput(name, [{ path: pathOf(subject), message: 'is not allowed by the spec' }], facts)
  }
}

function forbidden(subject: Subject, facts: ErrorFacts, cause: unknown): Forbidden {
  return new Forbidden(
    subject.entity === undefined ? 'the scope may not do this' : `the scope may not do this to a ${subject.entity}`,
    facts,
    'Do it in the scope of the tenant whose data it is; what all tenants share is written by provider.system(reason).',
    cause,
  )
}
