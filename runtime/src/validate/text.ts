import type { FieldDescription } from '../description/field.ts'
import { longestSecret } from '../secrets/sealed-size.ts'
import { emailForm } from './forms.ts'
import type { Check, Problems } from './problems.ts'

/** RFC 5321: a path of 256 octets with its brackets. */
const longestEmail = 254
/** Longer ones are cut by browsers and proxies, and fit no index. */
const longestUrl = 2048
const longestExternalId = 512

/** Texts of any kind. */
export function textCheck({ length, pattern, encrypted }: FieldDescription): Check {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const most = encrypted === true ? undefined : length
  const mostBytes = encrypted === true && length !== undefined ? longestSecret(length) : undefined
  return (value, problems) => {
    if (!isText(value, problems)) return value
    if (most !== undefined && isLonger(value, most)) problems.add(`has more than ${most} characters`)
    if (mostBytes !== undefined && Buffer.byteLength(value) > mostBytes) problems.add(tooLong(mostBytes, length))
    if (form?.test(value) === false) problems.add(`does not match ${pattern}`)
    return value
  }
}

/** Texts of one form, such as ids. */
export function idCheck(isOne: (value: unknown) => boolean, wanted: string): Check {
  return (value, problems) => {
    if (!isOne(value)) problems.add(`must be ${wanted}`)
    return value
  }
}

export const emailCheck: Check = (value, problems) => {
  if (!isText(value, problems)) return value
  if (value.length > longestEmail || !emailForm.test(value)) problems.add('must be an e-mail address')
  return value
}

export const urlCheck: Check = (value, problems) => {
  if (!isText(value, problems)) return value
  if (isLonger(value, longestUrl)) problems.add(`has more than ${longestUrl} characters`)
  else if (!isWebAddress(value)) problems.add('must be a URL that begins with http:// or https://')
  return value
}

export const externalIdCheck: Check = (value, problems) => {
  if (!isText(value, problems)) return value
  if (value === '') problems.add('must not be empty')
  if (isLonger(value, longestExternalId)) problems.add(`has more than ${longestExternalId} characters`)
  return value
}

/** One of the values of an enum. */
export function enumCheck(values: readonly string[]): Check {
  const known = new Set<unknown>(values)
  return (value, problems) => {
    if (!known.has(value)) problems.add(`must be one of ${values.join(', ')}`)
    return value
  }
}

/** PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8: both would fail, or change on their way. */
function isText(value: unknown, problems: Problems): value is string {
  if (typeof value !== 'string') {
    problems.add('must be a text')
    return false
  }
  const fault = textFault(value)
  if (fault !== undefined) problems.add(fault)
  return fault === undefined
}

/** What keeps a text out of every store. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'must not contain the character NUL'
  return text.isWellFormed() ? undefined : 'must not contain half a surrogate pair'
}

function tooLong(mostBytes: number, length: number | undefined): string {
  if (mostBytes > 0) return `has more than ${mostBytes} bytes, which is what fits once it is encrypted`
  return `cannot be kept: no ciphertext fits into ${length} characters, so the spec has to allow more`
}

/** In code points, as PostgreSQL and MongoDB count. */
function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false
  if (text.length > most * 2) return true
  let count = 0
  for (const _ of text) count += 1
  return count > most
}

function isWebAddress(text: string): boolean {
  if (/\s/.test(text)) return false
  const parsed = URL.parse(text)
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:'
}
