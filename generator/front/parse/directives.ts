import { type Reading, spanOf } from './reading.ts'

/** Lines before the first value: comments, blank ones and directives. */
const head = /^(?:[ \t]*(?:#.*)?\n|%.*\n)*/

/** Reports directives. They change nothing: the schema that the library is given beats the version of `%YAML 1.1`. */
export function reportDirectives(reading: Reading): void {
  const { text } = reading.mended
  const [lines = ''] = head.exec(text) ?? []
  for (const { index, 0: line } of lines.matchAll(/^%.*/gm)) {
    const end = index + line.length
    reading.report({
      code: 'syntax/yaml',
      severity: 'error',
      message: 'directives are not part of the language',
      span: spanOf(reading, index, end),
      help: 'leave the line out: a spec is YAML 1.2',
      fixes: [
        {
          title: 'Remove the line',
          edits: [{ span: spanOf(reading, index, Math.min(end + 1, text.length)), text: '' }],
        },
      ],
    })
  }
}
