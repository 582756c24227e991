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

const ofWatch: ReadonlySet<string> = new Set(['where', 'resumeAfter'])

/**
 * What is written from now on, until the reader stops. A document that is removed for good leaves an event that does not say
 * whose it was: those are not told of.
 */
export async function* watch(work: DocumentWork, given?: unknown): AsyncGenerator<DocumentEvent, void, undefined> {
  const { where, resumeAfter } = known(given, ofWatch)
  const stream = await onCollection(work, async ({ collection, bson }) => {
    const condition =
      where === undefined ? undefined : ofDocument(checkedWhere(work.shape, work.vision.scope, where, bson))
    const events = { operationType: { $in: ['insert', 'update', 'replace'] } }
    const own = { ...watchFilter(work.shape, work.vision), ...events }
    const pipeline = [{ $match: condition === undefined ? own : { ...own, $and: [condition] } }]
    const resume = resumeAfter === undefined ? {} : { resumeAfter: tokenOf(resumeAfter) }
    return { bson, events: collection.watch(pipeline, { fullDocument: 'updateLookup', ...resume }) }
  })
  try {
    while (true) {
      const event: unknown = await onCollection(work, () => stream.events.next())
      const told = await eventOf(work, event, stream.bson)
      if (told !== undefined) yield told
    }
  } finally {
    await stream.events.close()
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
