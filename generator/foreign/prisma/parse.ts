import type { PrismaToken } from './tokens.ts'
import { tokensOf } from './tokens.ts'
import {
  type BlockKeyword,
  blockKeywords,
  type PrismaArgument,
  type PrismaAttribute,
  type PrismaBlock,
  type PrismaField,
  type PrismaValue,
} from './tree.ts'

/** A place that is no Prisma schema, and why. */
export interface PrismaMistake {
  readonly token: PrismaToken
  readonly reason: string
}

/** Values nest: lists in lists, functions in functions. */
const deepest = 50

/**
 * Reads a schema. A block with a mistake is left out and reported; the next one is read again. It takes a little more than
 * Prisma does (line ends within brackets, a comma too many), and never less.
 */
export function parsePrisma(text: string, report: (mistake: PrismaMistake) => void): readonly PrismaBlock[] {
  const parser = new Parser(tokensOf(text))
  const blocks: PrismaBlock[] = []
  while (!parser.atEnd()) {
    try {
      blocks.push(parser.block())
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      report(error)
      parser.skipBlock()
    }
    parser.skipNewlines()
  }
  return blocks
}

class Mistake extends Error implements PrismaMistake {
  readonly token: PrismaToken
  readonly reason: string

  constructor(token: PrismaToken, reason: string) {
    super(reason)
    this.token = token
    this.reason = reason
  }
}

class Parser {
  readonly #tokens: readonly PrismaToken[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly PrismaToken[]) {
    this.#tokens = tokens
    this.skipNewlines()
  }

  atEnd(): boolean {
    return this.#now.kind === 'end'
  }

  skipNewlines(): void {
    while (this.#now.kind === 'newline') this.#at += 1
  }

  /** To behind the next `}` that begins a line, or to a line that begins a block. */
  skipBlock(): void {
    this.#depth = 0
    let first = false
    for (; !this.atEnd(); this.#at += 1) {
      const token = this.#now
      if (first && token.text === '}') {
        this.#at += 1
        return
      }
      if (first && isKeyword(token.text) && this.#tokens[this.#at + 2]?.text === '{') return
      first = token.kind === 'newline'
    }
  }

  block(): PrismaBlock {
    const { text: keyword } = this.#take('name', 'a block begins with `model`, `enum`, `view`, `type` or `datasource`')
    if (!isKeyword(keyword)) {
      throw new Mistake(
        this.#before,
        'a block begins with `model`, `enum`, `view`, `type`, `datasource` or `generator`',
      )
    }
    const name = this.#take('name', `a ${keyword} has a name`)
    this.#mark('{')
    const fields: PrismaField[] = []
    const attributes: PrismaAttribute[] = []
    const settings = new Map<string, PrismaValue>()
    for (this.skipNewlines(); this.#now.text !== '}' || this.#now.kind !== 'mark'; this.skipNewlines()) {
      if (this.atEnd()) throw new Mistake(name, `the ${keyword} is not closed by \`}\``)
      if (this.#isMark('@@')) attributes.push(this.#attribute())
      else if (keyword === 'datasource' || keyword === 'generator') {
        const key = this.#take('name', 'a setting has a name').text
        this.#mark('=')
        settings.set(key, this.#value())
      } else fields.push(this.#field(keyword))
      if (this.#now.kind !== 'newline' && !this.#isMark('}') && !this.atEnd()) {
        throw new Mistake(this.#now, 'the line does not end here')
      }
    }
    this.#at += 1
    return { keyword, name, fields, attributes, settings }
  }

  #field(keyword: BlockKeyword): PrismaField {
    const name = this.#take('name', keyword === 'enum' ? 'a value has a name' : 'a field has a name')
    let type: string | undefined
    if (keyword !== 'enum') {
      type = this.#take('name', `the field \`${name.text}\` has no type`).text
      if (this.#isMark('(')) this.#arguments()
    }
    let list = false
    let optional = false
    for (; this.#isMark('[') || this.#isMark('?') || this.#isMark('!'); ) {
      if (this.#isMark('[')) {
        this.#mark('[')
        this.#mark(']')
        list = true
      } else {
        optional ||= this.#isMark('?')
        this.#at += 1
      }
    }
    const attributes: PrismaAttribute[] = []
    while (this.#isMark('@')) attributes.push(this.#attribute())
    return { name, ...(type === undefined ? {} : { type }), list, optional, attributes }
  }

  #attribute(): PrismaAttribute {
    this.#at += 1
    const token = this.#take('name', 'an attribute has a name')
    const name = this.#dotted(token.text)
    return { name, token, args: this.#isMark('(') ? this.#arguments() : [] }
  }

  #dotted(first: string): string {
    let name = first
    while (this.#isMark('.')) {
      this.#at += 1
      name += `.${this.#take('name', 'a name stands behind the dot').text}`
    }
    return name
  }

  #arguments(): readonly PrismaArgument[] {
    return this.#listed('(', ')', () => this.#argument())
  }

  #argument(): PrismaArgument {
    if (this.#now.kind === 'name' && this.#tokens[this.#at + 1]?.text === ':') {
      const name = this.#take('name', '').text
      this.#mark(':')
      return { name, value: this.#value() }
    }
    return { value: this.#value() }
  }

  #value(): PrismaValue {
    const token = this.#now
    if (token.kind === 'string') {
      this.#at += 1
      return { kind: 'string', text: unescaped(token.text), token }
    }
    if (token.kind === 'number') {
      this.#at += 1
      return { kind: 'number', text: token.text, token }
    }
    if (this.#isMark('[')) return { kind: 'list', items: this.#listed('[', ']', () => this.#value()) }
    if (this.#isMark('{')) return { kind: 'object', entries: this.#listed('{', '}', () => this.#argument()) }
    const { text: first } = this.#take('name', 'a value is a text, a number, a name or a list')
    const text = this.#dotted(first)
    return { kind: 'name', text, token, args: this.#isMark('(') ? this.#arguments() : [] }
  }

  #listed<T>(open: string, close: string, item: () => T): readonly T[] {
    this.#mark(open)
    this.#depth += 1
    if (this.#depth > deepest) throw new Mistake(this.#before, 'it is nested too deeply')
    const items: T[] = []
    for (this.skipNewlines(); !this.#isMark(close); this.skipNewlines()) {
      items.push(item())
      this.skipNewlines()
      if (this.#isMark(',')) this.#at += 1
      else if (!this.#isMark(close)) throw new Mistake(this.#now, `\`,\` or \`${close}\` belongs here`)
    }
    this.#depth -= 1
    this.#at += 1
    return items
  }

  get #now(): PrismaToken {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? nothing
  }

  get #before(): PrismaToken {
    return this.#tokens[this.#at - 1] ?? nothing
  }

  #isMark(text: string): boolean {
    return this.#now.kind === 'mark' && this.#now.text === text
  }

  #mark(text: string): void {
    if (!this.#isMark(text)) throw new Mistake(this.#now, `\`${text}\` belongs here`)
    this.#at += 1
  }

  #take(kind: PrismaToken['kind'], reason: string): PrismaToken {
    const token = this.#now
    if (token.kind !== kind) throw new Mistake(token, reason)
    this.#at += 1
    return token
  }
}

const nothing: PrismaToken = { kind: 'end', text: '', start: 0, end: 0 }

function isKeyword(text: string): text is BlockKeyword {
  return blockKeywords.some((keyword) => keyword === text)
}

/** What a string's token says; one that is no JSON string stands for itself. */
function unescaped(token: string): string {
  try {
    const text: unknown = JSON.parse(token)
    return typeof text === 'string' ? text : token.slice(1, -1)
  } catch {
    return token.slice(1, -1)
  }
}
