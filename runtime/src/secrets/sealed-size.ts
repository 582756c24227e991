/** Bytes that are drawn for each value, and those that prove it whole. */
export const nonceBytes = 12
export const tagBytes = 16
/** A key's name stands before the ciphertext. */
export const longestKeyId = 32
/** The version of the format, and the marks between its pieces. */
export const prefix = 's1'
const marks = prefix.length + 2

/** Characters of a ciphertext, at most: each three bytes take four. */
export function sealedLength(plainBytes: number): number {
  return marks + longestKeyId + Math.ceil(((nonceBytes + plainBytes + tagBytes) * 4) / 3)
}

/** Bytes of a text in UTF-8 whose ciphertext fits a column of so many characters, whatever the name of the key. */
export function longestSecret(columnLength: number): number {
  const room = Math.floor(((columnLength - marks - longestKeyId) * 3) / 4)
  return Math.max(0, room - nonceBytes - tagBytes)
}
