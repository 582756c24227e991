/** So many bytes, from one buffer that is used again and again, as some sources do. */
export async function* pieces(total: number, each: number = 64 * 1024): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(each)
  for (let at = 0; at < total; at += each) {
    buffer.fill(1 + (at % 251))
    yield buffer.subarray(0, Math.min(each, total - at))
  }
}

/** All of them. */
export async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of source) all.push(Uint8Array.from(piece))
  return Buffer.concat(all)
}
