import { type Reading, spanOf } from './reading.ts'

/** How far before a value its tag is looked for, and how far a line is followed back to a comment. */
const reach = 500

/** The tag before a value. Between the two stand white space, comments and perhaps an anchor. */
function tagBefore(text: string, start: number): { readonly start: number; readonly end: number } | undefined {
  let at = start
  while (at > 0 && start - at < reach) {
    const line = Math.max(0, at - reach, text.lastIndexOf('\n', at - 1) + 1)
    const before = text.slice(line, at)
    const comment = /(?:^|\s)#/.exec(before)
    const words = (comment === null ? before : before.slice(0, comment.index)).trimEnd()
    const end = line + words.length
    const word = /[^\s,[\]{}]*$/.exec(words)?.[0] ?? ''
    if (word.startsWith('!')) return { start: end - word.length, end }
    if (word !== '' && !word.startsWith('&')) return undefined
    at = words === '' ? line - 1 : end - word.length
    if (word === '' && words !== '') return undefined
  }
  return undefined
}

/** Reports the tag of the value that starts at an offset of the mended text. */
export function reportTag(reading: Reading, start: number): void {
  const { text } = reading.mended
  const { start: at, end } = tagBefore(text, start) ?? { start, end: start }
  const tag = text.slice(at, end)
  const span = spanOf(reading, at, end)
  reading.report({
    code: 'syntax/tag',
    severity: 'error',
    message: tag === '' ? 'tags are not part of the language' : `the tag \`${tag}\` is not part of the language`,
    span,
    label: 'tag',
    help: 'leave it out; a text that starts with `!` needs quotes',
    ...(tag === ''
      ? {}
      : {
          fixes: [
            {
              title: 'Remove the tag',
              edits: [{ span: spanOf(reading, at, end + (/[ \t]/.test(text.charAt(end)) ? 1 : 0)), text: '' }],
            },
          ],
        }),
  })
}
