/** Turns offsets in a text's UTF-8 bytes, which PostgreSQL's parser counts in, into those in its UTF-16 code units. */
export type Utf16Of = (byte: number) => number

/** How many code units apart the places are whose byte offset is kept. */
const stride = 1_024

export function utf16Of(text: string): Utf16Of {
  // Nearly every file is ASCII, where both are the same.
  if (!hasOther(text)) return (byte) => Math.min(byte, text.length)
  const marks: { readonly unit: number; readonly byte: number }[] = [{ unit: 0, byte: 0 }]
  let byte = 0
  let next = stride
  for (let unit = 0; unit < text.length; ) {
    if (unit >= next) {
      marks.push({ unit, byte })
      next = unit + stride
    }
    const code = text.codePointAt(unit) ?? 0
    byte += bytesOf(code)
    unit += code > 0xffff ? 2 : 1
  }
  return (wanted) => {
    let low = 0
    let high = marks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((marks[middle]?.byte ?? 0) <= wanted) low = middle
      else high = middle - 1
    }
    let { unit, byte: at } = marks[low] ?? { unit: 0, byte: 0 }
    while (at < wanted && unit < text.length) {
      const code = text.codePointAt(unit) ?? 0
      at += bytesOf(code)
      unit += code > 0xffff ? 2 : 1
    }
    return unit
  }
}

function hasOther(text: string): boolean {
  for (let unit = 0; unit < text.length; unit += 1) if (text.charCodeAt(unit) > 0x7f) return true
  return false
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
