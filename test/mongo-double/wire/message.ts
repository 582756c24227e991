import { decode } from '../bson/codec.ts'
import type { BsonDocument, DraftDocument } from '../bson/value.ts'
import { headerLength, ProtocolFault } from './frames.ts'

/**
 * `message` is OP_MSG, which everything speaks today; `query` is OP_QUERY, in which some drivers still say their first
 * hello. https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */
export type MessageKind = 'message' | 'query'

export interface Message {
  readonly id: number
  readonly kind: MessageKind
  readonly expectsAnswer: boolean
  /** Reads the command. @throws Error for what is no BSON */
  readonly command: () => BsonDocument
}

const opMessage = 2013
const opQuery = 2004

/** Takes a whole message apart. @throws ProtocolFault */
export function parseMessage(bytes: Buffer): Message {
  const id = bytes.readInt32LE(4)
  const operation = bytes.readInt32LE(12)
  if (operation === opMessage) return parseOpMessage(id, bytes)
  if (operation === opQuery) return parseOpQuery(id, bytes)
  throw new ProtocolFault(`operation ${operation}`)
}

const checksumPresent = 1
const moreToCome = 2
/** Flags that a server must know or else refuse. */
const required = 0xffff

function parseOpMessage(id: number, bytes: Buffer): Message {
  if (bytes.length < headerLength + 4) throw new ProtocolFault('no flags')
  const flags = bytes.readUInt32LE(headerLength)
  if ((flags & required & ~(checksumPresent | moreToCome)) !== 0) throw new ProtocolFault(`flags ${flags}`)
  const end = (flags & checksumPresent) === 0 ? bytes.length : bytes.length - 4
  const sections = [...sectionsOf(bytes, headerLength + 4, end)]
  return {
    id,
    kind: 'message',
    expectsAnswer: (flags & moreToCome) === 0,
    command: () => commandOf(sections),
  }
}

/** The body without a name, and lists of documents that belong into it under theirs. */
interface Section {
  readonly name?: string
  readonly documents: readonly Buffer[]
}

function* sectionsOf(bytes: Buffer, start: number, end: number): Iterable<Section> {
  let at = start
  while (at < end) {
    const kind = bytes[at]
    const content = sized(bytes, at + 1, end)
    if (kind === 0) yield { documents: [content] }
    else if (kind === 1) yield sequence(content)
    else throw new ProtocolFault(`section of kind ${kind}`)
    at += 1 + content.length
  }
}

function sequence(content: Buffer): Section {
  const nameEnd = content.indexOf(0, 4)
  if (nameEnd < 0) throw new ProtocolFault('a sequence without a name')
  const documents: Buffer[] = []
  let at = nameEnd + 1
  while (at < content.length) {
    const document = sized(content, at, content.length)
    documents.push(document)
    at += document.length
  }
  return { name: content.toString('utf8', 4, nameEnd), documents }
}

/** What begins here with its own length, which must leave it within its bounds. */
function sized(bytes: Buffer, at: number, end: number): Buffer {
  const length = at + 4 <= end ? bytes.readInt32LE(at) : -1
  if (length < 5 || at + length > end) throw new ProtocolFault(`${length} bytes at ${at}, of ${end}`)
  return bytes.subarray(at, at + length)
}

function commandOf(sections: readonly Section[]): BsonDocument {
  const bodies = sections.filter(({ name }) => name === undefined)
  const [body] = bodies[0]?.documents ?? []
  if (body === undefined || bodies.length > 1) throw new ProtocolFault(`${bodies.length} bodies`)
  const command: DraftDocument = { ...decode(body) }
  for (const { name, documents } of sections) {
    if (name === undefined) continue
    if (Object.hasOwn(command, name)) throw new ProtocolFault(`'${name}' twice`)
    command[name] = documents.map(decode)
  }
  return command
}

function parseOpQuery(id: number, bytes: Buffer): Message {
  const flags = headerLength + 4
  const nameEnd = bytes.indexOf(0, flags)
  if (nameEnd < 0) throw new ProtocolFault('a query without a namespace')
  const namespace = bytes.toString('utf8', flags, nameEnd)
  const [database] = namespace.split('.', 1)
  if (!namespace.endsWith('.$cmd')) throw new ProtocolFault(`a query on ${namespace}`)
  // Behind the name stand how many to skip and how many to return.
  const body = sized(bytes, nameEnd + 1 + 8, bytes.length)
  // The name of a command is the first of its fields.
  const command = (): BsonDocument => ({ ...unwrapped(decode(body)), $db: database })
  return { id, kind: 'query', expectsAnswer: true, command }
}

/** A command may be wrapped, to go with a read preference. */
function unwrapped(document: BsonDocument): BsonDocument {
  const { $query } = document
  return typeof $query === 'object' && $query !== null && !Array.isArray($query) ? ($query as BsonDocument) : document
}
