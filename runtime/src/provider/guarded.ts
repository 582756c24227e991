import type { ErrorFacts } from '../errors/stowage-error.ts'
import { converted } from '../observe/converted.ts'
import type { Guard } from './guard.ts'
import { Reading } from './reading.ts'

/**
 * The repository behind a watch: each call of a method, and of a method of what it holds (`contract.pdf.contentUrl`), is
 * one span, is refused once the scope has ended, and throws errors of the data layer alone.
 */
export function guarded<Target extends object>(target: Target, name: string, facts: ErrorFacts, guard: Guard): Target {
  const known = new Map<string, unknown>()
  // Not of the target itself: what a proxy says of a frozen one would have to be what is in it.
  const proxy = new Proxy<object>(Object.create(null), {
    get(_, property) {
      if (typeof property === 'symbol' || property === 'then') return undefined
      if (known.has(property)) return known.get(property)
      const value: unknown = Reflect.get(target, property)
      const made = guardedMember(target, value, property, name, facts, guard)
      known.set(property, made)
      return made
    },
    has: (_, property) => property in target,
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
  })
  // It answers as the target does.
  return proxy as Target
}

function refuse(): boolean {
  return false
}

/** Methods that repositories have for each other. */
const internal: ReadonlySet<string> = new Set(['remove'])

function guardedMember(
  target: object,
  value: unknown,
  property: string,
  holder: string,
  facts: ErrorFacts,
  guard: Guard,
): unknown {
  const name = `${holder}.${property}`
  if (typeof value === 'function') {
    if (internal.has(property)) return undefined
    const own = { ...facts, operation: property }
    return (...args: unknown[]): unknown => guardedCall(() => Reflect.apply(value, target, args), name, own, guard)
  }
  // Schemas ask no store, and are used where no scope is.
  if (property === 'schema' || typeof value !== 'object' || value === null) return value
  return guarded(value, name, facts, guard)
}

const removing: ReadonlySet<string> = new Set(['delete', 'deleteMany', 'purge'])

/** Methods that give what is read piece by piece; all others give promises. */
const streaming: ReadonlySet<string> = new Set(['stream', 'watch'])

/** A promise is rejected where the call itself throws: who has not begun to wait yet would miss it. */
function guardedCall(work: () => unknown, name: string, facts: ErrorFacts, guard: Guard): unknown {
  if (!streaming.has(String(facts.operation))) return guardedPromise(work, name, facts, guard)
  guard.check()
  try {
    const result = work()
    return isAsyncIterable(result) ? new Reading(result, name, facts, guard) : result
  } catch (error) {
    throw converted(error, name, facts)
  }
}

async function guardedPromise(work: () => unknown, name: string, facts: ErrorFacts, guard: Guard): Promise<unknown> {
  guard.check()
  return await guard.watch.span(name, facts, async () => {
    try {
      return await work()
    } catch (error) {
      throw converted(error, name, facts)
    } finally {
      if (removing.has(String(facts.operation))) guard.removed?.(String(facts.entity))
    }
  })
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
