import { InternalError } from '../../base/internal-error.ts'

declare const token: unique symbol

/** A piece of a schema that stands on one line: a quoted string, a number, a name, or what is made of such. */
export type Token = string & { readonly [token]: true }

/** What would end a line, hide, or turn the text round for whoever reads it; a lone surrogate is no text at all. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200B\u2060-\u2065\uFEFF\uFFFE\uFFFF]/gu
const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085]/u

/** Nearly every text there is: nothing in it needs an escape. */
const harmless = /^[ !#-[\]-~]*$/
const harmlessComment = /^[ -~]*$/

function unit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** Any text as a Prisma string that reads back as the same text; only lone surrogates, which no UTF-8 holds, are replaced. */
export function quoted(text: string): Token {
  if (harmless.test(text)) return `"${text}"` as Token
  const inner = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/["\\]/g, (character) => shortEscapes[character] ?? character)
    .replace(invisible, (character) => shortEscapes[character] ?? unit(character))
  return `"${inner}"` as Token
}

/** A name that stands in the schema as it is: of a model, field, type, attribute or argument. */
export function name(text: string): Token {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(text)) throw new InternalError(`not a name in Prisma: ${JSON.stringify(text)}`)
  return text as Token
}

/** A number without an exponent, which Prisma's grammar does not know. */
export function numeral(value: number): Token {
  if (!Number.isFinite(value)) throw new InternalError(`not a number in Prisma: ${value}`)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const left = point > 0 ? digits.padEnd(point, '0').slice(0, point) : '0'
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  return `${sign}${left}${right === '' ? '' : `.${right}`}` as Token
}

/** Any text as the lines of a comment, without their slashes: its line ends are kept as lines, all else stays on its line. */
export function commentLines(text: string): readonly string[] {
  if (harmlessComment.test(text)) return [text.trim()]
  return text
    .trim()
    .split(lineEnd)
    .map((line) => line.replaceAll('\t', ' ').replace(invisible, unit).trimEnd())
}
