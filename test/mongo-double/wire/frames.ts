/** A client that does not speak the protocol: its connection is closed. */
export class ProtocolFault extends Error {
  override readonly name: string = 'ProtocolFault'
}

/** The header of every message: its length, its id, the id that it answers and what kind it is. */
export const headerLength = 16

/** As MongoDB, with room for the header and the sections of the longest body. */
const longestMessage = 48_000_000 + 16 * 1024

/** Puts the bytes of a connection together to messages. */
export class Frames {
  #chunks: Buffer[] = []
  #buffered = 0;

  /**
   * The messages that are whole now.
   *
   * @throws ProtocolFault for a length that no message has
   */
  *push(chunk: Buffer): Iterable<Buffer> {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    for (;;) {
      const length = this.#nextLength()
      if (length === undefined || this.#buffered < length) return
      const all = this.#joined()
      this.#chunks = length === all.length ? [] : [all.subarray(length)]
      this.#buffered -= length
      yield all.subarray(0, length)
    }
  }

  #nextLength(): number | undefined {
    if (this.#buffered < 4) return undefined
    const [first] = this.#chunks
    const start = first === undefined || first.length < 4 ? this.#joined() : first
    const length = start.readInt32LE(0)
    if (length < headerLength || length > longestMessage) throw new ProtocolFault(`a message of ${length} bytes`)
    return length
  }

  /** Only when a message is whole or its head is in pieces: a long message comes in hundreds of chunks. */
  #joined(): Buffer {
    const all = Buffer.concat(this.#chunks)
    this.#chunks = [all]
    return all
  }
}
