import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Client } from '../auth/client.ts'
import type { BsonDocument } from '../bson/value.ts'
import { answer, failure, internalError } from '../server/dispatch.ts'
import type { ServerState } from '../server/state.ts'
import { ServerError } from '../server-error.ts'
import { Frames, ProtocolFault } from './frames.ts'
import { type Message, parseMessage } from './message.ts'
import { replyTo } from './reply.ts'

/** Longer ids would not fit into the message. */
const lastReplyId = 2 ** 31 - 1

/** One client's connection: its commands run one after the other, in the order in which they come. */
export class Connection {
  readonly #server: ServerState
  readonly #socket: Socket
  readonly #client: Client
  readonly #closed = new AbortController()
  readonly #frames = new Frames()
  #replies = 0
  #queue: Promise<void> = Promise.resolve()

  constructor(server: ServerState, socket: Socket, connectionId: number) {
    this.#server = server
    this.#socket = socket
    this.#client = { connectionId }
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    // A client that breaks off is no fault of the server's; `close` follows.
    socket.on('error', () => {})
    socket.on('close', () => this.#closed.abort())
  }

  #receive(chunk: Buffer): void {
    try {
      for (const bytes of this.#frames.push(chunk)) {
        const message = parseMessage(bytes)
        this.#queue = this.#queue.then(() => this.#serve(message))
      }
    } catch (error) {
      this.#breakOff(error)
    }
  }

  async #serve(message: Message): Promise<void> {
    try {
      if (this.#closed.signal.aborted) return
      const result = await this.#run(message)
      if (!message.expectsAnswer || this.#closed.signal.aborted) return
      const isSent = this.#socket.write(this.#reply(message, result))
      if (!isSent) await once(this.#socket, 'drain', { signal: this.#closed.signal })
    } catch (error) {
      this.#breakOff(error)
    }
  }

  async #run(message: Message): Promise<BsonDocument> {
    let command: BsonDocument
    try {
      command = message.command()
    } catch (error) {
      if (error instanceof ProtocolFault) throw error
      return failure(new ServerError(22, 'InvalidBSON', error instanceof Error ? error.message : String(error)))
    }
    return answer(this.#server, command, this.#client, this.#closed.signal)
  }

  #reply({ kind, id }: Message, result: BsonDocument): Buffer {
    this.#replies = this.#replies === lastReplyId ? 1 : this.#replies + 1
    try {
      return replyTo(kind, id, this.#replies, result)
    } catch (error) {
      return replyTo(kind, id, this.#replies, failure(internalError(error)))
    }
  }

  /** Nothing that one client does may harm the others. */
  #breakOff(error: unknown): void {
    if (!(error instanceof ProtocolFault) && !this.#closed.signal.aborted) internalError(error)
    this.#socket.destroy()
  }
}
