import { parseType } from './type-grammar.ts'

/** A text that is no type, as it was meant. */
export interface MeantType {
  readonly text: string
  /** What is wrong with the way it is written. */
  readonly message: string
}

interface Form {
  readonly pattern: RegExp
  readonly meant: string
  readonly message: string
}

const atItsEnd = 'the `?` of an optional field stands at the end of its type'
const notNull = 'a field is required unless its type ends with `?`: nothing else says so'
const noUnion = 'that a field may be empty is said by a `?` at the end of its type'

/** How other languages say what ours says by a `?` behind a type, or by none. */
const forms: readonly Form[] = [
  { pattern: /^\?\s*([^?]+)$/, meant: '$1?', message: atItsEnd },
  { pattern: /^([^?]+\([^?]*)\?(\s*\))\??$/, meant: '$1$2?', message: atItsEnd },
  { pattern: /^(.+?)\??\s*\|\s*(?:null|undefined)$/i, meant: '$1?', message: noUnion },
  { pattern: /^(?:null|undefined)\s*\|\s*(.+?)\??$/i, meant: '$1?', message: noUnion },
  { pattern: /^(.+?)\s+not\s+null$/i, meant: '$1', message: notNull },
  { pattern: /^(.+?)\??\s+null(?:able)?$/i, meant: '$1?', message: noUnion },
  { pattern: /^(.+?)!$/, meant: '$1', message: notNull },
]

/** The type that was meant, where there is no doubt: `ref(User?)` -> `ref(User)?`. */
export function meantType(written: string): MeantType | undefined {
  const type = written.trim()
  for (const { pattern, meant, message } of forms) {
    const text = type.replace(pattern, meant).trim()
    if (text !== type && !('message' in parseType(text))) return { text, message }
  }
  return undefined
}
