import type { Collection } from '../mongo/collection-of.ts'
import { plainValue } from '../mongo/conversion.ts'
import type { Bson } from '../mongo/driver.ts'
import { known, refused } from '../rows/refuse.ts'
import { isPlain } from '../validate/plain.ts'
import type { Filter } from './own-filter.ts'
import { watchFilter } from './own-filter.ts'
import { checkedWhere } from './where.ts'
import { type Document, type DocumentWork, onCollection, readOut } from './work.ts'

/** What happened to a document. */
export interface DocumentEvent {
  /** `delete`: it was marked as deleted. */
  readonly operation: 'create' | 'update' | 'delete'
  readonly refId: string
  /** As it is when the event is read; null where it is marked as deleted. */
  readonly document: Document | null
  /** Give it as `resumeAfter` to go on behind this event. */
  readonly resumeAfter: string
}

const ofWatch: ReadonlySet<string> = new Set(['where', 'resumeAfter', 'signal'])

/**
 * What is written from now on, until the reader stops or the signal says so. A document that is removed for good leaves an
 * event that does not say whose it was: those are not told of.
 */
export function watch(work: DocumentWork, given?: unknown): AsyncIterableIterator<DocumentEvent> {
  const ending = new Ending()
  const reader = read(work, given, ending)
  return {
    next: () => reader.next(),
    // A generator alone would answer when the next event has come.
    return: () => {
      ending.end()
      return reader.return()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* read(
  work: DocumentWork,
  given: unknown,
  ending: Ending,
): AsyncGenerator<DocumentEvent, void, undefined> {
  const { where, resumeAfter, signal } = known(given, ofWatch)
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw refused(['signal'], 'is to be an AbortSignal')
  if (signal?.aborted === true) return
  const end = (): void => ending.end()
  signal?.addEventListener('abort', end)
  const opening = open(work, where, resumeAfter)
  try {
    const stream = await ending.before(opening)
    while (stream !== undefined && !ending.isOver) {
      const event = await ending.before(onCollection(work, () => stream.events.tryNext()))
      const told = await eventOf(work, event, stream.bson)
      if (told !== undefined && !ending.isOver) yield told
    }
  } finally {
    signal?.removeEventListener('abort', end)
    // Not waited for: the server may be gone.
    opening.then(({ events }) => events.close()).catch(() => undefined)
  }
}

async function open(
  work: DocumentWork,
  where: unknown,
  resumeAfter: unknown,
): Promise<{ readonly events: ReturnType<Collection['watch']>; readonly bson: Bson }> {
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const condition =
      where === undefined ? undefined : ofDocument(checkedWhere(work.shape, work.vision.scope, where, bson))
    const events = { operationType: { $in: ['insert', 'update', 'replace'] } }
    const own = { ...watchFilter(work.shape, work.vision), ...events }
    const pipeline = [{ $match: condition === undefined ? own : { ...own, $and: [condition] } }]
    const resume = resumeAfter === undefined ? {} : { resumeAfter: tokenOf(resumeAfter) }
    // An answer without events is no failure: it is to come before the time of one operation is over.
    const maxAwaitTimeMS = Math.min(1_000, Math.ceil((limit.maxTimeMS ?? 2_000) / 2))
    return {
      bson,
      events: collection.watch(pipeline, { fullDocument: 'updateLookup', maxAwaitTimeMS, ...resume }),
    }
  })
}

/** What is waited for, unless it is over before. */
class Ending {
  isOver = false
  #tell: (() => void) | undefined

  end(): void {
    this.isOver = true
    this.#tell?.()
  }

  /** Undefined where it was over first. One at a time. */
  before<T>(work: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#tell = () => resolve(undefined)
      if (this.isOver) resolve(undefined)
      work.then(resolve, reject)
    })
  }
}

async function eventOf(work: DocumentWork, event: unknown, bson: Bson): Promise<DocumentEvent | undefined> {
  if (!isPlain(event) || !isPlain(event.fullDocument)) return undefined
  const { refId = 'refId', deletedOn } = work.shape.kept
  const stored = event.fullDocument
  const isDeleted = deletedOn !== undefined && stored[deletedOn] !== null && stored[deletedOn] !== undefined
  return {
    operation: isDeleted ? 'delete' : event.operationType === 'insert' ? 'create' : 'update',
    refId: String(stored[refId]),
    document: isDeleted ? null : await readOut(work, stored, bson),
    resumeAfter: Buffer.from(JSON.stringify(plainValue(event._id))).toString('base64url'),
  }
}

/** The driver's own form: `{ _data: '82...' }`. */
function tokenOf(text: unknown): { readonly _data: string } {
  try {
    const token: unknown = JSON.parse(Buffer.from(String(text), 'base64url').toString('utf8'))
    if (isPlain(token) && typeof token._data === 'string') return { _data: token._data }
  } catch {
    // Refused below.
  }
  throw refused(['resumeAfter'], 'is not what an event gave')
}

/** A condition on a document, of the document within an event. */
function ofDocument(condition: Filter): Filter {
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]): [string, unknown] => {
      if (key === '$expr') throw refused(['where', '$expr'], 'is unknown here')
      if (!key.startsWith('$')) return [`fullDocument.${key}`, value]
      return [key, Array.isArray(value) ? value.map((one) => ofDocument(Object(one))) : value]
    }),
  )
}
