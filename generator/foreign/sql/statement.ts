import type { Node, ScanToken } from 'libpg-query'
import type { SourceFile, Span } from '../../source/source-file.ts'
import type { ForeignName } from '../tree.ts'
import { cut, identifierIn } from './identifier.ts'
import type { PgParser } from './pg-parser.ts'
import { type Utf16Of, utf16Of } from './utf8-offsets.ts'

/** A token and its place in the file. */
export interface Token {
  readonly text: string
  readonly span: Span
}

/** A statement with the means to find where its names stand, which the parser's tree does not always tell. */
export class Statement {
  readonly node: Node
  readonly #file: SourceFile
  readonly #parser: PgParser
  /** In the file. */
  readonly #start: number
  readonly #end: number
  readonly #offsetOf: Utf16Of
  #scanned: readonly Token[] | undefined

  /** `offsetOf` turns the offsets of the statement's tree into places in the file. */
  constructor(of: {
    readonly node: Node
    readonly file: SourceFile
    readonly parser: PgParser
    readonly start: number
    readonly end: number
    readonly offsetOf: Utf16Of
  }) {
    this.node = of.node
    this.#file = of.file
    this.#parser = of.parser
    this.#start = of.start
    this.#end = of.end
    this.#offsetOf = of.offsetOf
  }

  /** Those of the statement, without comments; scanned when one is asked for. */
  get tokens(): readonly Token[] {
    this.#scanned ??= this.#scan()
    return this.#scanned
  }

  /** The name that stands at a location of the tree, behind so many words with a dot each: its schema. */
  nameAt(location: number | undefined, text: string, qualifiers = 0): ForeignName {
    return this.#named(this.indexAt(location) + 2 * qualifiers, text)
  }

  /** The first such name behind a token of the statement. */
  nameAfter(index: number, text: string): ForeignName {
    const found = this.tokens.findIndex((token, at) => at > index && saysName(token.text, text))
    return this.#named(found < 0 ? index : found, text)
  }

  /** The last token, where it is the name: `... RENAME TO name`. */
  lastName(text: string): ForeignName {
    return this.#named(this.tokens.length - 1, text)
  }

  /** A name that the store makes up for what stands at a token. */
  derivedAt(index: number, text: string): ForeignName {
    return { text, written: text, span: this.#spanOf(index), origin: 'derived' }
  }

  /** A literal of the statement as a name. */
  literal(text: string, which: 'first' | 'last'): ForeignName {
    const holds = ({ text: token }: Token): boolean => literalIn(token) === text
    const index = which === 'first' ? this.tokens.findIndex(holds) : this.tokens.findLastIndex(holds)
    return this.#literalAt(index, text)
  }

  /** Literals of the statement as names, each where it first stands from an index on. */
  literals(texts: readonly string[], from: number): readonly ForeignName[] {
    const places = new Map<string, number>()
    for (const [at, token] of this.tokens.entries()) {
      const text = at < from ? undefined : literalIn(token.text)
      if (text !== undefined && !places.has(text)) places.set(text, at)
    }
    return texts.map((text) => this.#literalAt(places.get(text) ?? -1, text))
  }

  /** Which token stands at a location of the tree, or is the first behind it. */
  indexAt(location: number | undefined): number {
    const place = this.#offsetOf(location ?? 0)
    const found = this.tokens.findIndex(({ span }) => span.end > place)
    return found < 0 ? this.tokens.length - 1 : found
  }

  /** The first token that is this keyword, from an index on; -1 where there is none. */
  keyword(word: string, from = 0): number {
    return this.tokens.findIndex(({ text }, at) => at >= from && text.toLowerCase() === word)
  }

  #literalAt(index: number, text: string): ForeignName {
    return { text, written: text, span: this.#spanOf(index), origin: 'written' }
  }

  #named(index: number, text: string): ForeignName {
    const token = this.tokens[index]
    const written = token === undefined ? text : identifierIn(token.text)
    return {
      text,
      written: cut(written) === text ? written : text,
      span: this.#spanOf(index),
      origin: 'written',
    }
  }

  #spanOf(index: number): Span {
    return this.tokens[index]?.span ?? { file: this.#file, start: this.#start, end: this.#end }
  }

  #scan(): readonly Token[] {
    const text = this.#file.text.slice(this.#start, this.#end)
    const offsetIn = utf16Of(text)
    return this.#parser.scan(text).flatMap((token) => {
      if (isComment(token)) return []
      const start = this.#start + offsetIn(token.start)
      const end = this.#start + offsetIn(token.end)
      return [{ text: this.#file.text.slice(start, end), span: { file: this.#file, start, end } }]
    })
  }
}

function isComment({ tokenName }: ScanToken): boolean {
  return tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT'
}

function saysName(token: string, text: string): boolean {
  return cut(identifierIn(token)) === text
}

function literalIn(token: string): string | undefined {
  const plain = /^'(.*)'$/s.exec(token)?.[1]
  return plain?.replaceAll("''", "'")
}
