import { blockCommentLines } from './escape.ts'
import { indentation, lineWidth } from './layout.ts'

/** Nearly every text there is: it fits on a line whatever its depth, and holds neither an end of a comment nor a tag. */
const short = 100
const harmless = /^[ -)+-?A-~]*$/

/** A documentation comment: one line where it fits, else wrapped. The first line's indentation is the caller's. */
export function docComment(text: string, depth: number): string {
  if (text.length < short && harmless.test(text)) return `/** ${text.trim()} */`
  const lines = trimmed(blockCommentLines(text))
  const [only] = lines
  const start = indentation(depth)
  const single = `/** ${only ?? ''} */`
  if (lines.length <= 1 && start.length + single.length <= lineWidth) return single
  const width = lineWidth - start.length - 3
  const body = lines
    .flatMap((line) => wrapped(line, width))
    .map((line) => `${start} *${line === '' ? '' : ` ${line}`}\n`)
  return `/**\n${body.join('')}${start} */`
}

function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first === -1 ? [] : lines.slice(first, last + 1)
}

/** Breaks a line at spaces; a word that is too long stands by itself. A wrapped word never starts a tag: it is escaped. */
function wrapped(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/ +/)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}
