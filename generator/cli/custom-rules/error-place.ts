import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lineStarts, type SourceFile, type Span } from '../../source/source-file.ts'

/** A place in a stack: `file:///shop/rules/a.ts?stowage-rules=1:4:12`, or `/shop/rules/a.ts:4` above a line of source. */
const place = /((?:file:\/\/|\/|[A-Za-z]:[\\/])[^\n()]*?\.m?[jt]s)(\?stowage-rules=\d+)?:(\d+)(?::(\d+))?/g

/** A line of a message may hold a text of any length, and a place is looked for at each slash in it. */
const longestLine = 2_000

/** How many lines Node.js shows of a source, its marks included. */
const mostShown = 8

/**
 * Where in a file of the project an error was made: the first place of its stack that is in a rule file or in what one imports,
 * else the first that is in the project. Node.js keeps lines and columns when it strips types.
 *
 * @param folder the project's, absolute, without links
 */
export function errorPlace(error: unknown, folder: string): Span | undefined {
  const stack = stackOf(error)
  const places = [...stack.matchAll(place)]
  const inRules = places.filter(([, , query]) => query !== undefined)
  for (const [found, at = '', , line = '1', column] of [...inRules, ...places]) {
    const file = projectFileAt(at, folder)
    if (file === undefined) continue
    return spanIn(file, Number(line), column === undefined ? caretIn(stack, found) : Number(column))
  }
  return undefined
}

/** A file of the project, by its path or its address; none of a package's. */
export function projectFileAt(at: string, folder: string): SourceFile | undefined {
  const path = pathOf(at)
  const inside = relative(folder, path).split(sep).join('/')
  if (inside.startsWith('../') || inside.includes('node_modules/') || /^([A-Za-z]:|\/)/.test(inside)) return undefined
  const text = textOf(path)
  return text === undefined ? undefined : { path: inside, text }
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? error.stack : undefined
  if (typeof stack !== 'string') return ''
  const lines = stack.split('\n').filter(({ length }) => length <= longestLine)
  return lines.join('\n')
}

function pathOf(at: string): string {
  try {
    return at.startsWith('file:') ? fileURLToPath(new URL(at)) : at
  } catch {
    return at
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The column of the marks that Node.js draws below the source, counted from 1; 1 where it draws none. */
function caretIn(stack: string, above: string): number {
  const below = stack.slice(stack.indexOf(above)).split('\n').slice(1, mostShown)
  const marks = below.find((line) => /^[ \t]*\^+$/.test(line)) ?? '^'
  return marks.indexOf('^') + 1
}

/** The word at a place, else the sign; the file may have changed since the error was made. */
function spanIn(file: SourceFile, line: number, column: number): Span {
  const starts = lineStarts(file.text)
  const lineStart = starts[line - 1] ?? 0
  const lineEnd = (starts[line] ?? file.text.length + 1) - 1
  const start = Math.min(lineStart + column - 1, lineEnd)
  const rest = file.text.slice(start, lineEnd)
  const [word = rest.slice(0, 1)] = /^(?:new )?[\w$]+|^(['"`]).*?\1/.exec(rest) ?? []
  return { file, start, end: start + word.length }
}
