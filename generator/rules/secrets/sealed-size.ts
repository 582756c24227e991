/**
 * The form that the data layer gives to ciphertext, `runtime/src/secrets/sealed-size.ts`, said once more: the compiler imports no
 * code of that package. `test/rules/sealed-size.test.ts` compares the two.
 */
const marks = 's1'.length + 2
const longestKeyId = 32
const nonceAndTagBytes = 12 + 16

/** Characters that a ciphertext of so many bytes may have: each three take four. */
export function sealedLength(plainBytes: number): number {
  return marks + longestKeyId + Math.ceil(((nonceAndTagBytes + plainBytes) * 4) / 3)
}

/** Bytes of a secret whose ciphertext fits into so many characters, whatever the name of the key. */
export function longestSecret(length: number): number {
  return Math.max(0, Math.floor(((length - marks - longestKeyId) * 3) / 4) - nonceAndTagBytes)
}
