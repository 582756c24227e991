import { InternalError } from '../../base/internal-error.ts'
import { keywords } from './keywords.ts'

declare const token: unique symbol

/** A piece of SQL that is known to be one token: a name, a literal, a text in dollar quotes. */
export type Token = string & { readonly [token]: true }

/**
 * What would change the line, hide, or turn the text round for whoever reads it, and halves of surrogate pairs: never
 * raw in the file.
 */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200B\u2060-\u2065\uFEFF\uFFFE\uFFFF]/gu

/** Nearly every text there is: one line of ASCII. What asks for classes of Unicode is dear to make ready, and seldom needed. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text)
}

/** The same, asked once. */
function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0
}

/**
 * A name, bare where PostgreSQL reads it as it stands. One that is longer than PostgreSQL takes is refused by a rule; where
 * a project turns that off, PostgreSQL cuts it, the same in every place.
 * @throws InternalError for a name that no identifier can be
 */
export function quoteIdentifier(name: string): Token {
  if (name === '' || name.includes('\0')) throw new InternalError(`not a name in PostgreSQL: ${JSON.stringify(name)}`)
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name)) return name as Token
  if (hasInvisible(name)) throw new InternalError(`not a name to be read: ${JSON.stringify(name)}`)
  return `"${name.replaceAll('"', '""')}"` as Token
}

/** A name that is always quoted, for texts that are put together: bodies of functions. */
export function alwaysQuoted(name: string): Token {
  const bare = quoteIdentifier(name)
  return (bare.startsWith('"') ? bare : `"${bare}"`) as Token
}

/**
 * Any text as a literal that reads back as the same text. Where something in it may not stand raw, as an escape string
 * (`E'...'`), in which every backslash is doubled. PostgreSQL holds neither the character 0 nor lone surrogates: they
 * are replaced.
 */
export function quoteLiteral(text: string): Token {
  if (isPlain(text)) return `'${text.replaceAll("'", "''")}'` as Token
  const sound = text.replace(/\0|\p{Cs}/gu, '\uFFFD').replaceAll("'", "''")
  if (!hasInvisible(sound)) return `'${sound}'` as Token
  const escaped = sound.replaceAll('\\', '\\\\').replace(invisible, escapeOf)
  return `E'${escaped}'` as Token
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeOf(character: string): string {
  return shortEscapes[character] ?? `\\u${unit(character)}`
}

function unit(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0')
}

/** Any text as the lines of a comment, without their dashes: its line ends are kept as lines, all else stays on its line. */
export function commentLines(text: string): readonly string[] {
  const trimmed = text.trim()
  if (isPlain(trimmed)) return [trimmed]
  return trimmed
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/u)
    .map((line) => line.replaceAll('\t', ' ').replace(invisible, escapeOf).trimEnd())
}

/**
 * A text between dollar quotes, as it stands: the tag is one that does not occur in it.
 * @throws InternalError for what PostgreSQL cannot hold
 */
export function dollarQuoted(body: string, tag: string): Token {
  if (!/^[\n\x20-\x7E]*$/.test(body) && /\0|\r|\p{Cs}/u.test(body))
    throw new InternalError('a body holds what no text of SQL may')
  let chosen = tag
  for (let count = 2; body.includes(`$${chosen}`); count += 1) chosen = `${tag}${count}`
  return `$${chosen}$${body}$${chosen}$` as Token
}

/** A number as PostgreSQL reads it. */
export function numeral(value: number): Token {
  if (!Number.isFinite(value)) throw new InternalError(`not a number in SQL: ${value}`)
  return String(Object.is(value, -0) ? 0 : value) as Token
}
