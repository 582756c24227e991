import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { deserialize, serialize } from 'bson'

/** Speaks bytes to the server, where a driver would only ever send sound messages. */
export class RawClient {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #isClosed = false
  #wake: () => void = () => {}

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#isClosed = true
      this.#wake()
    })
  }

  static async connect(uri: string): Promise<RawClient> {
    const { hostname, port } = new URL(uri)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    return new RawClient(socket)
  }

  send(bytes: Uint8Array): void {
    this.#socket.write(bytes)
  }

  /** The next answer, or nothing where the server closes the connection instead. */
  async answer(): Promise<Readonly<Record<string, unknown>> | undefined> {
    for (;;) {
      const length = this.#received.length < 4 ? Infinity : this.#received.readInt32LE(0)
      if (this.#received.length >= length) {
        const message = this.#received.subarray(0, length)
        this.#received = this.#received.subarray(length)
        return deserialize(message.subarray(message.readInt32LE(12) === opMessage ? 21 : 36))
      }
      if (this.#isClosed) return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** Goes away without a word. */
  breakOff(): void {
    this.#socket.destroy()
  }
}

const opMessage = 2013
export const opQuery = 2004

export interface Framing {
  readonly operation?: number
  readonly flags?: number
  /** What the message says of its own length. */
  readonly length?: number
}

/** A message with these sections, or with whatever stands in their place. */
export function message(content: Uint8Array, { operation = opMessage, flags = 0, length }: Framing = {}): Buffer {
  const head = Buffer.alloc(20)
  head.writeInt32LE(length ?? head.length + content.length, 0)
  head.writeInt32LE(7, 4)
  head.writeInt32LE(operation, 12)
  head.writeUInt32LE(flags, 16)
  return Buffer.concat([head, content])
}

/** A section with the command. */
export function body(command: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.concat([Buffer.from([0]), serialize(command)])
}

/** A section with a list of documents under a name. */
export function sequence(name: string, documents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents])
  const head = Buffer.alloc(5)
  head[0] = 1
  head.writeInt32LE(content.length + 4, 1)
  return Buffer.concat([head, content])
}
