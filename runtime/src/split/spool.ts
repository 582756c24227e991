import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidInput, TooLarge } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import type { Content } from './body.ts'

/** Bytes that are known whole: their number and digest, and that they can be read again. */
export interface Spooled {
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  read(): AsyncIterable<Uint8Array> | Uint8Array
  /** Frees what holds them. */
  remove(): Promise<void>
}

export interface SpoolLimits {
  readonly maxBytes: number
  /** Beyond so many bytes a temporary file holds them. */
  readonly memoryBytes?: number
  /** Looks at them as they flow. */
  readonly check?: { take(piece: Uint8Array): void; end(): void }
}

const defaultMemoryBytes = 1_000_000

/**
 * Reads bytes once, counting and digesting as they flow.
 *
 * @param what names them in errors
 * @throws TooLarge as soon as there are more than the spec allows; the rest is not read
 */
export async function spool(content: Content, what: string, limits: SpoolLimits, facts: ErrorFacts): Promise<Spooled> {
  const { maxBytes, memoryBytes = defaultMemoryBytes, check } = limits
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    if (bytes.byteLength > maxBytes) throw new TooLarge(what, maxBytes, facts)
    check?.take(bytes)
    check?.end()
    return inMemory([bytes], bytes.byteLength, createHash('sha256').update(bytes).digest('hex'))
  }
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  let size = 0
  let file: HiddenFile | undefined
  try {
    for await (const piece of content instanceof Blob ? content.stream() : content) {
      if (!(piece instanceof Uint8Array)) {
        throw new InvalidInput(what, [{ path: [], message: 'the stream gives something else than bytes' }], facts)
      }
      size += piece.byteLength
      if (size > maxBytes) throw new TooLarge(what, maxBytes, facts)
      check?.take(piece)
      hash.update(piece)
      if (file !== undefined) await file.append(piece)
      // A source may use its buffer again.
      else held.push(Uint8Array.from(piece))
      if (file === undefined && size > memoryBytes) {
        file = await HiddenFile.make()
        for (const one of held.splice(0)) await file.append(one)
      }
    }
    check?.end()
  } catch (error) {
    await file?.remove()
    throw error
  }
  const sha256 = hash.digest('hex')
  return file === undefined ? inMemory(held, size, sha256) : file.spooled(size, sha256)
}

function inMemory(pieces: readonly Uint8Array[], size: number, sha256: string): Spooled {
  const [first] = pieces
  const bytes = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces)
  return { size, sha256, read: () => bytes, remove: async () => undefined }
}

const pieceBytes = 256 * 1024

/** A file without a name: whatever happens to this process, nothing of it stays. */
class HiddenFile {
  readonly #handle: FileHandle
  #size = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async make(): Promise<HiddenFile> {
    const folder = await mkdtemp(join(tmpdir(), 'stowage-spool-'))
    try {
      return new HiddenFile(await open(join(folder, 'bytes'), 'wx+', 0o600))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async append(piece: Uint8Array): Promise<void> {
    let done = 0
    while (done < piece.byteLength) {
      const { bytesWritten } = await this.#handle.write(piece, done, piece.byteLength - done, this.#size)
      done += bytesWritten
      this.#size += bytesWritten
    }
  }

  async remove(): Promise<void> {
    await this.#handle.close()
  }

  spooled(size: number, sha256: string): Spooled {
    return { size, sha256, read: () => this.#pieces(size), remove: () => this.remove() }
  }

  /** Positions of its own: it may be read twice at the same time. */
  async *#pieces(size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < size; ) {
      const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, size - at))
      const { bytesRead } = await this.#handle.read(buffer, 0, buffer.byteLength, at)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  }
}
