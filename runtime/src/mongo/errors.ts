import { Conflict, Forbidden, InvalidInput, TooLarge, Unavailable } from '../errors/errors.ts'
import type { ErrorFacts, StowageError } from '../errors/stowage-error.ts'
import { StowageError as Known } from '../errors/stowage-error.ts'

/** What an error is about, as far as the caller knows. */
export interface Work {
  /** As the spec calls it. */
  readonly entity?: string
  readonly refId?: string
  /** Names of unique indexes: the keys they hold. */
  readonly uniques?: Readonly<Record<string, readonly string[]>>
  /** The key of the tenant, which goes without saying. */
  readonly tenantField?: string
  /** Milliseconds after which it is waited for no longer, however many commands it takes. */
  readonly limitMs?: number | undefined
}

const duplicate = 11_000
const invalidDocument = 121
const tooLarge: ReadonlySet<number> = new Set([10_334, 17_280, 17_419, 17_420])
const notAllowed: ReadonlySet<number> = new Set([13, 18, 8000])
/** Of servers that step down, are shut down or do not answer in time. */
const notThere: ReadonlySet<number> = new Set([
  6, 7, 50, 64, 89, 91, 100, 189, 202, 262, 9001, 10_107, 11_600, 11_602, 13_388, 13_435, 13_436,
])
const notThereNames =
  /^Mongo(?:ose)?(?:Network|NetworkTimeout|ServerSelection|ServerClosed|TopologyClosed|NotConnected|PoolCleared|PoolClosed|PoolClearedOnNetwork|WaitQueueTimeout|OperationTimeout|ClientClosed)Error$/
/** No server was found, or no connection: nothing was sent. A client that is closed breaks off what was. */
const neverSent = /^Mongo(?:ose)?(?:ServerSelection|NotConnected|WaitQueueTimeout|PoolClosed|TopologyClosed)Error$/

/** The error in the words of the data layer; undefined where it is none that is known. */
export function mongoError(error: unknown, work: Work): StowageError | undefined {
  if (error instanceof Known) return error
  const facts = factsOf(work)
  const code = codeOf(error)
  const inserted = memberOf(error, 'insertedCount')
  if (typeof inserted === 'number') facts.inserted = inserted
  if (code === duplicate) return conflict(error, work, facts)
  if (code === invalidDocument) return new InvalidInput(work.entity ?? 'document', issuesOf(error), facts)
  if (code !== undefined && tooLarge.has(code)) return new TooLarge(`a document of ${work.entity}`, 16_777_216, facts)
  if (code !== undefined && notAllowed.has(code))
    return new Forbidden(
      'MongoDB refuses it to this login',
      facts,
      'Grant the role that `stowage apply --store mongo` makes to the login of the URL.',
      error,
    )
  if (isUnavailable(error)) {
    const undone = neverSent.test(nameOf(error)) ? { undone: true } : {}
    return unanswered({ ...facts, ...undone }, error)
  }
  return undefined
}

/** Whether a server was not there or did not answer in time: it may be tried again, if that is safe. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  return notThereNames.test(nameOf(error)) || (code !== undefined && notThere.has(code))
}

/** Whether the `_id` itself is taken. */
export function isDuplicateId(error: unknown): boolean {
  return codeOf(error) === duplicate && indexOf(error) === '_id_'
}

/** Runs a command, and says in the words of the data layer why it failed. */
export async function inMongo<T>(work: Work, command: () => Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer =
    work.limitMs === undefined ? undefined : setTimeout(() => reject(unanswered(factsOf(work))), work.limitMs)
  try {
    return await Promise.race([command(), late])
  } catch (error) {
    throw mongoError(error, work) ?? error
  } finally {
    clearTimeout(timer)
  }
}

function factsOf({ entity, refId }: Work): { [fact: string]: string | number } {
  return { ...(entity === undefined ? {} : { entity }), ...(refId === undefined ? {} : { refId }) }
}

function unanswered(facts: ErrorFacts, cause?: unknown): Unavailable {
  return new Unavailable('mongo', 'no answer in time', facts, cause)
}

function conflict(
  error: unknown,
  { entity = 'document', uniques = {}, tenantField }: Work,
  facts: ErrorFacts,
): Conflict {
  const index = indexOf(error)
  const keys = (index === undefined ? undefined : uniques[index])?.filter((key) => key !== tenantField) ?? []
  const fields = keys.join(', ')
  const what = fields === '' ? 'a document of the same key is there' : `${fields}: taken by another record`
  return new Conflict(
    `${entity}: ${what}`,
    { ...facts, ...(fields === '' ? {} : { field: fields }), ...(index === undefined ? {} : { index }) },
    fields === '' ? undefined : `Choose another ${fields}, or change the record that has it.`,
    error,
  )
}

/** The name of the index, which the server gives in its message alone. */
function indexOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : ''
  return / index: ([^\s]+)(?: dup key| collation)/.exec(message)?.[1]
}

/** The names of the members that the validator found fault with; the values that the server adds are left out. */
function issuesOf(error: unknown): readonly { readonly path: readonly string[]; readonly message: string }[] {
  const names = new Set<string>()
  collect(memberOf(memberOf(error, 'errInfo'), 'details'), names, 0)
  const paths = names.size === 0 ? [[]] : [...names].map((name) => [name])
  return paths.map((path) => ({ path, message: 'is not what the collection takes' }))
}

function collect(details: unknown, names: Set<string>, depth: number): void {
  if (depth > 6 || typeof details !== 'object' || details === null) return
  if (Array.isArray(details)) {
    for (const one of details) collect(one, names, depth + 1)
    return
  }
  const name = memberOf(details, 'propertyName')
  if (typeof name === 'string') names.add(name)
  const missing = memberOf(details, 'missingProperties')
  if (Array.isArray(missing)) for (const one of missing) names.add(String(one))
  collect(memberOf(details, 'schemaRulesNotSatisfied'), names, depth + 1)
  collect(memberOf(details, 'propertiesNotSatisfied'), names, depth + 1)
}

function codeOf(error: unknown): number | undefined {
  const code = memberOf(error, 'code')
  return typeof code === 'number' ? code : undefined
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null && member in value ? Reflect.get(value, member) : undefined
}
