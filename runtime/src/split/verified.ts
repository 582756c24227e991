import { createHash } from 'node:crypto'
import { Corrupt } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'

/** What bytes must be. */
export interface Expected {
  readonly sha256: string
  readonly size: number
}

/**
 * The same pieces, digested as they pass.
 *
 * @throws Corrupt before the last piece is handed out where the bytes are not those that were written: whoever collects
 *   them to the end never has them all.
 */
export async function* verified(
  body: AsyncIterable<Uint8Array>,
  { sha256, size }: Expected,
  what: string,
  facts: ErrorFacts,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let seen = 0
  let held: Uint8Array | undefined
  for await (const piece of body) {
    seen += piece.byteLength
    if (seen > size) throw new Corrupt(what, facts)
    hash.update(piece)
    if (held !== undefined) yield held
    held = piece
  }
  if (seen !== size || hash.digest('hex') !== sha256) throw new Corrupt(what, facts)
  if (held !== undefined) yield held
}

/** All of them at once; nothing where they are not what was written. @throws Corrupt */
export async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}
