import { postgresLimits } from '../../stores/postgres.ts'

const encoder = new TextEncoder()

export function byteLength(text: string): number {
  return encoder.encode(text).length
}

/** A text of at most so many bytes of UTF-8, cut between characters as PostgreSQL does. */
export function cut(text: string, bytes: number = postgresLimits.identifierBytes): string {
  if (text.length * 3 <= bytes || byteLength(text) <= bytes) return text
  let length = 0
  let kept = ''
  for (const character of text) {
    length += byteLength(character)
    if (length > bytes) break
    kept += character
  }
  return kept
}

/** What an identifier's token says: without quotes, or with its ASCII letters in lower case. */
export function identifierIn(token: string): string {
  const quoted = /^"(.*)"$/s.exec(token)?.[1]
  if (quoted !== undefined) return quoted.replaceAll('""', '"')
  return token.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
