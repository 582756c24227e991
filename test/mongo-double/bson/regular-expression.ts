import type { BSONRegExp } from 'bson'
import { badValue, notImplemented, refuseLocation } from '../server-error.ts'

/**
 * A pattern of PCRE, as MongoDB has it, for JavaScript's engine. Where both read the same signs differently, PCRE's
 * meaning is kept: `$` also stands before a last line feed, `.` leaves out the line feed alone, `\s` is ASCII.
 * What JavaScript lacks is refused rather than misread.
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/regex/
 * @throws ServerError 51091 for an invalid pattern, 51108 for an unknown option
 */
export function compileRegularExpression(pattern: string, options = ''): RegExp {
  if (pattern.includes('\0')) badValue('Regular expression cannot contain an embedded null byte')
  for (const option of options) {
    if (!'imsxu'.includes(option)) refuseLocation(51108, `invalid flag in regex options: ${option}`)
  }
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const body = inline === null ? pattern : pattern.slice(inline[0].length)
  const flags = new Set([...options, ...(inline?.[1] ?? '')])
  if (flags.has('x')) notImplemented('regular expressions with the option x')
  const jsFlags = ['i', 'm', 's'].filter((flag) => flags.has(flag)).join('')
  const source = translate(body, flags.has('m'), flags.has('s'))
  return (
    tryCompile(source, `${jsFlags}u`) ??
    // PCRE lets any sign be escaped, JavaScript only without its Unicode mode.
    tryCompile(source, jsFlags) ??
    refuseLocation(51091, `Regular expression is invalid: ${pattern}`)
  )
}

export function nativeRegularExpression(value: RegExp | BSONRegExp): RegExp {
  if (value instanceof RegExp) return value
  return compileRegularExpression(value.pattern, value.options)
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

const asciiSpace = '\\t\\n\\v\\f\\r '
const noAsciiSpace = '\\x00-\\x08\\x0e-\\x1f!-\\u{10ffff}'
const onlyInPcre = /^(\\[AzZGQEKhHvVRX]|\(\?[P>|#&R(+\d]|\(\*|[*+?}]\+)/

function translate(pattern: string, multiline: boolean, dotAll: boolean): string {
  let result = ''
  let inClass = false
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at)
    const rest = pattern.slice(at, at + 3)
    if (!inClass && onlyInPcre.test(rest)) notImplemented(`regular expressions with ${rest}`)
    if (inClass && /^\[[:.=]/.test(rest)) notImplemented('POSIX classes in regular expressions')
    if (sign === '\\') {
      const [, number] = byNumber.exec(pattern.slice(at + 1, at + 10)) ?? []
      if (number === undefined) result += escaped(pattern.charAt(at + 1), pattern.charAt(at + 2), inClass)
      else result += `\\u{${number}}`
      at += number === undefined ? 1 : number.length + 3
      continue
    }
    if (inClass) {
      inClass = sign !== ']'
      result += sign === '[' ? '\\[' : sign
      continue
    }
    inClass = sign === '['
    result += unescaped(sign, multiline, dotAll)
  }
  return result
}

/** A character by its number; JavaScript would read `x` so many times. */
const byNumber = /^x\{([0-9A-Fa-f]{1,6})\}/

function escaped(letter: string, next: string, inClass: boolean): string {
  if ('uUlLF'.includes(letter) || (letter === 'N' && next === '{')) {
    refuseLocation(51091, `Regular expression is invalid: PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u`)
  }
  if (letter === 's') return inClass ? asciiSpace : `[${asciiSpace}]`
  if (letter === 'S') return inClass ? noAsciiSpace : `[^${asciiSpace}]`
  return `\\${letter}`
}

function unescaped(sign: string, multiline: boolean, dotAll: boolean): string {
  if (sign === '$') return multiline ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))'
  if (sign === '.') return dotAll ? '[\\s\\S]' : '[^\\n]'
  return sign
}
