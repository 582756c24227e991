import { commentLines, name, type Token } from './escape.ts'

/** `[a, b]` */
export function list(items: readonly Token[]): Token {
  return `[${items.join(', ')}]` as Token
}

/** `fields: [a, b]` */
export function named(key: string, value: Token): Token {
  return `${name(key)}: ${value}` as Token
}

/** `uuid(7)`, `createdOn(sort: Desc)` */
export function call(functionName: string, values: readonly Token[] = []): Token {
  return `${name(functionName)}(${values.join(', ')})` as Token
}

/** `@map("x")` */
export function attribute(attributeName: string, values: readonly Token[] = []): Token {
  return `@${name(attributeName)}${argumentsOf(values)}` as Token
}

/** `@db.Char(26)` */
export function nativeType(typeName: string, values: readonly Token[] = []): Token {
  return `@db.${name(typeName)}${argumentsOf(values)}` as Token
}

/** `@@index([a, b])`, which is a line of its own. */
export function blockAttribute(attributeName: string, values: readonly Token[]): Token {
  return `@@${name(attributeName)}${argumentsOf(values)}` as Token
}

function argumentsOf(values: readonly Token[]): string {
  return values.length === 0 ? '' : `(${values.join(', ')})`
}

/** Documentation of what follows, line by line, which Prisma's client repeats. */
export function documentation(text: string): readonly Token[] {
  return lines(text, '///')
}

/** A remark to whoever reads the file, line by line. */
export function remark(text: string): readonly Token[] {
  return lines(text, '//')
}

function lines(text: string, slashes: string): readonly Token[] {
  return commentLines(text).map((line) => (line === '' ? slashes : `${slashes} ${line}`) as Token)
}
