/**
 * The offset of the first byte that is not UTF-8, as RFC 3629 has it (no overlong forms, no surrogates, nothing above
 * U+10FFFF); nothing where all are. The platform's decoder says only that there is one.
 */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return undefined
}

/** The length of the character that starts at an offset; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const [length, least, most] = shape(first)
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0
    const [low, high] = next === 1 ? [least, most] : [0x80, 0xbf]
    if (byte < low || byte > high) return 0
  }
  return length
}

/** How many bytes a character has that starts with this one, and the bounds of its second byte. */
function shape(first: number): readonly [length: number, least: number, most: number] {
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf]
  if (first === 0xe0) return [3, 0xa0, 0xbf]
  if (first === 0xed) return [3, 0x80, 0x9f]
  if (first > 0xe0 && first <= 0xef) return [3, 0x80, 0xbf]
  if (first === 0xf0) return [4, 0x90, 0xbf]
  if (first > 0xf0 && first < 0xf4) return [4, 0x80, 0xbf]
  if (first === 0xf4) return [4, 0x80, 0x8f]
  return [0, 0, 0]
}
