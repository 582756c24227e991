import { encode } from '../bson/codec.ts'
import type { BsonDocument } from '../bson/value.ts'
import { headerLength } from './frames.ts'
import type { MessageKind } from './message.ts'

const opReply = 1
const opMessage = 2013
/** Of OP_REPLY: the server could wait for data if it were asked to. */
const awaitCapable = 8

/** The bytes that answer a message of this kind. */
export function replyTo(kind: MessageKind, requestId: number, replyId: number, answer: BsonDocument): Buffer {
  const body = encode(answer)
  const head = kind === 'message' ? messageHead() : replyHead()
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(replyId, 4)
  head.writeInt32LE(requestId, 8)
  return Buffer.concat([head, body])
}

/** No flags, and one section: the body. */
function messageHead(): Buffer {
  const head = Buffer.alloc(headerLength + 4 + 1)
  head.writeInt32LE(opMessage, 12)
  return head
}

/** Flags, no cursor, starting at the first of one document. */
function replyHead(): Buffer {
  const head = Buffer.alloc(headerLength + 4 + 8 + 4 + 4)
  head.writeInt32LE(opReply, 12)
  head.writeInt32LE(awaitCapable, headerLength)
  head.writeInt32LE(1, headerLength + 16)
  return head
}
