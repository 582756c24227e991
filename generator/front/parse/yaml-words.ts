import type { ErrorCode } from 'yaml'
import type { Code } from '../../diagnostic/codes.ts'
import { limits } from './limits.ts'
import { inQuotes } from './quote.ts'
import type { TreeSigns } from './tree-walk.ts'

/** What is said of one mistake in the syntax of YAML. */
export interface YamlWords {
  readonly code?: Code
  readonly message: string
  readonly label?: string
  readonly help?: string
  /** Where to point, where it is not at what the library names. */
  readonly range?: readonly [start: number, end: number]
  /** Replaces what is pointed at. */
  readonly fix?: {
    readonly title: string
    readonly text: string
    /** What it replaces, where that is not what is pointed at. */
    readonly range?: readonly [start: number, end: number]
  }
}

const quoteIt = 'put the text in single quotes'

/** Our words for a code of the YAML library; its own text is never shown. */
export function yamlWords(code: ErrorCode, pos: readonly [number, number], text: string, signs: TreeSigns): YamlWords {
  const [at, end] = pos
  const here = text.slice(at, Math.max(end, at + 1))
  switch (code) {
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return unclosed(at, text, signs) ?? missing(code, at, text)
    case 'UNEXPECTED_TOKEN':
      return unexpected(at, here, text)
    case 'BAD_DQ_ESCAPE': {
      const written = text.slice(at, at + 2)
      return {
        message: `\`${written}\` means nothing in double quotes`,
        range: [at, at + 2],
        help: 'write the backslash twice, or put the text in single quotes, where it stands for itself',
        fix: { title: 'Write the backslash twice', text: `\\${written}` },
      }
    }
    case 'BAD_SCALAR_START': {
      const line = lineFrom(text, at)
      const sign = here.startsWith('`') ? 'a backtick' : `\`${here.charAt(0)}\``
      return {
        message: `a text cannot start with ${sign}`,
        range: [at, at + line.length],
        help: quoteIt,
        // A colon or a bracket in it may be YAML's, and the sign a slip.
        ...(/:(?:\s|$)|[{}[\],]/.test(line) ? {} : { fix: { title: 'Put it in single quotes', text: inQuotes(line) } }),
      }
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return misplacedKey(at, end, text)
    case 'KEY_OVER_1024_CHARS':
      return { message: 'a key of more than 1,024 characters', help: 'look for a missing quote before it' }
    case 'BLOCK_IN_FLOW':
      return {
        message: 'a new line with `-` or `key:` cannot stand inside brackets',
        help: 'close the bracket first, or write everything in brackets',
      }
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return { message: 'a `*` or `&` without a name of its own', help: `${quoteIt} where it is meant as it stands` }
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return {
        message: 'one value with several anchors or tags, or one in the wrong place',
        help: 'leave them out: the language needs none',
      }
    case 'RESOURCE_EXHAUSTION':
      return {
        code: 'syntax/too-deep',
        message: `nested more than ${limits.depth} levels deep`,
        help: 'no part of the language nests this deep; look for a bracket that is not closed',
      }
    default:
      return { message: 'this is not YAML', help: 'compare it with the lines around it' }
  }
}

/** A key where none can stand: inside the value of another, or with no `:` on its own line. */
function misplacedKey(at: number, end: number, text: string): YamlWords {
  if (text.charAt(at) === '-') {
    return {
      message: 'a list cannot start here',
      range: [at, at + 1],
      help: 'an item of a list stands below a key that has no value of its own',
    }
  }
  const first = lineFrom(text, at)
  if (text.slice(at, end).includes('\n') && /(?:^|\n)[ -]*$/.test(text.slice(Math.max(0, at - 200), at))) {
    return {
      message: `\`${first.slice(0, 40)}\` has no \`:\``,
      range: [at, at + first.length],
      help: 'a key ends with `:`',
    }
  }
  const next = text.indexOf('\n', at) + 1
  const below = next === 0 ? '' : lineFrom(text, next)
  const start = next + below.length - below.trimStart().length
  const fix = below === '' ? undefined : besideAbove(text, at, next, start)
  return {
    message: 'this key stands inside the value of the key above',
    range: below === '' ? [at, at + first.length] : [start, next + below.length],
    help: 'indent it like the key above, or leave out the value there',
    ...(fix === undefined ? {} : { fix }),
  }
}

/** Indents a line like the key above it, where nothing belongs to the line that would have to go with it. */
function besideAbove(text: string, above: number, line: number, start: number): YamlWords['fix'] {
  const aboveLine = text.slice(text.lastIndexOf('\n', above) + 1)
  const [indent = ''] = /^ */.exec(aboveLine) ?? []
  const [, after = ''] = /\n( *)[^\s#]/.exec(text.slice(start)) ?? []
  const isKey = /^ *[A-Za-z_]\w*:\s+\S/.test(aboveLine) && /^[A-Za-z_]\w*:\s+\S/.test(text.slice(start))
  if (!isKey || after.length > indent.length) return undefined
  return { title: 'Indent it like the key above', text: indent, range: [line, start] }
}

/** A bracket or quote that is still open where the reading was given up. */
function unclosed(at: number, text: string, signs: TreeSigns): YamlWords | undefined {
  const start = signs.unclosed.get(at)
  if (start === undefined) return undefined
  const sign = text.charAt(start)
  const closing: Readonly<Record<string, string>> = { '{': '`}`', '[': '`]`' }
  const closes = closing[sign]
  return {
    message: `this ${closes === undefined ? 'quote' : `\`${sign}\``} is never closed`,
    range: [start, start + 1],
    label: 'opened here',
    help:
      closes === undefined
        ? 'a quote inside a text is written twice in single quotes, and `\\"` in double ones'
        : `add the ${closes}, or put the text in quotes`,
  }
}

function missing(code: ErrorCode, at: number, text: string): YamlWords {
  if (code === 'BAD_INDENT') {
    const line = firstWritten(text, at)
    const indented = lineFrom(text, line)
    const start = line + indented.length - indented.trimStart().length
    return {
      message: 'this line is indented unlike the lines it belongs to',
      range: [start, line + indented.length],
      help: 'keys of one mapping, and items of one list, start in the same column',
    }
  }
  const line = lineFrom(text, at)
  if (text.charAt(at) === '#' && /\s/.test(text.charAt(at - 1)))
    return {
      message: 'a comment at the start of a line cannot stand right below a text in braces',
      range: [at, at + 1],
      help: 'indent it, or put a comma behind the text',
    }
  if (text.charAt(at) === '#')
    return {
      message: 'a comment needs a space before its `#`',
      range: [at, at + 1],
      fix: { title: 'Put a space before it', text: ' #' },
    }
  if (text.charAt(at) === ':' && /\S/.test(text.charAt(at + 1)))
    return {
      message: 'a space is missing after this `:`',
      range: [at, at + 1],
      fix: { title: 'Put a space after it', text: ': ' },
    }
  const bare = /^[A-Za-z_][A-Za-z0-9_ -]*$/.test(line)
  if (bare)
    return {
      message: `\`${line.slice(0, 40)}\` is neither a key nor a value here`,
      range: [at, at + line.length],
      help: 'a key ends with `:`; an item of a list starts with `- `',
    }
  return {
    message: 'something is missing before this',
    help: 'items in brackets are separated by commas, and a key by `: ` from its value',
  }
}

function unexpected(at: number, here: string, text: string): YamlWords {
  const sign = here.charAt(0)
  if (sign === ',') {
    const trailing = /^,\s*$/.test(lineFrom(text, at))
    return trailing
      ? {
          message: 'a comma cannot end a line here',
          range: [at, at + 1],
          help: 'commas stand only inside `{ }` and `[ ]`',
          fix: { title: 'Remove the comma', text: '' },
        }
      : { message: 'a comma with nothing before it', range: [at, at + 1], fix: { title: 'Remove the comma', text: '' } }
  }
  if (sign === '-') {
    return {
      message: 'a list cannot start on the line of its key',
      range: [at, at + 1],
      help: 'put each `- ` on a line of its own, or write the list as `[a, b]`',
    }
  }
  if (sign === '}' || sign === ']')
    return { message: `this \`${sign}\` closes nothing`, range: [at, at + 1], help: 'remove it, or open it before' }
  return {
    message: 'this cannot stand here',
    help: 'look at the indentation, and for a missing quote, bracket or `:` before it',
  }
}

/** The start of the first line from an offset on that holds more than a comment. */
function firstWritten(text: string, at: number): number {
  const [skipped = ''] = /^(?:[ \t]*(?:#[^\n]*)?\n)+/.exec(text.slice(at)) ?? []
  return at + skipped.length < text.length ? at + skipped.length : at
}

/** The rest of a line, without a comment. */
function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text
    .slice(at, end === -1 ? undefined : end)
    .replace(/\s#.*$/, '')
    .trimEnd()
}
