import { InternalError } from '../../base/internal-error.ts'

/**
 * What may not stand raw in a source text: controls, line and paragraph separators, the byte order mark, marks that
 * change the direction of writing (they make code read otherwise than it runs), and halves of surrogate pairs.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Nearly every text there is. */
const harmless = /^[\x20-\x7E]*$/
const bare = /^[\x20-\x26\x28-\x5B\x5D-\x7E]*$/

function escapeUnsafe(text: string): string {
  return harmless.test(text) ? text : text.replace(unsafe, (character) => named[character] ?? unicodeEscape(character))
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1
}

/** A string literal: single quotes, or double ones where they need fewer escapes. */
export function stringLiteral(text: string): string {
  if (bare.test(text)) return `'${text}'`
  const quote = countOf(text, "'") > countOf(text, '"') ? '"' : "'"
  const body = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return `${quote}${escapeUnsafe(body)}${quote}`
}

/** Literal text between the backticks of a template. */
export function templateText(text: string): string {
  return escapeUnsafe(text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${'))
}

/** The text of a line comment: one line, whatever it was. */
export function lineComment(text: string): string {
  return escapeUnsafe(text.replace(/[\r\n\t]+/g, ' ')).trim()
}

/**
 * The lines of a block comment, without its frame. Cannot end the comment, and an `@` or `{@` in it is no tag: an
 * editor would strike out what an about text calls `@deprecated`.
 */
export function blockCommentLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => escapeUnsafe(line.replaceAll('\t', ' ').replaceAll('*/', '*\\/').replaceAll('@', escapeTag)).trim())
}

function escapeTag(at: string, offset: number, line: string): string {
  return /[^\s{*/]/.test(line.charAt(offset - 1)) ? at : `\\${at}`
}

/** A regular expression literal of a source that JavaScript accepts. */
export function regexLiteral(source: string, flags = ''): string {
  const parsed = new RegExp(source, flags)
  return `/${escapeUnsafe(parsed.source)}/${parsed.flags}`
}

const identifierName = /^[A-Za-z_$][A-Za-z0-9_$]*$/

export function isIdentifier(text: string): boolean {
  return identifierName.test(text)
}

/** A name where only an identifier can stand. Names of the spec are checked before they get here. */
export function identifierText(name: string): string {
  if (!identifierName.test(name)) throw new InternalError(`not an identifier: ${JSON.stringify(name)}`)
  return name
}

/** The name of a property: bare where it can be; `__proto__` computed, since it would set the prototype. */
export function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return identifierName.test(name) ? name : stringLiteral(name)
}

/** A number, with separators from five digits on. */
export function numberLiteral(value: number | bigint): string {
  const suffix = typeof value === 'bigint' ? 'n' : ''
  if (typeof value === 'number' && !Number.isFinite(value)) throw new InternalError(`no literal for ${value}`)
  const text = Object.is(value, -0) ? '-0' : String(value)
  return `${/^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, '_') : text}${suffix}`
}
