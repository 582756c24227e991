import fc from 'fast-check'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { printPicture } from '../../../generator/print/markdown/picture.ts'

const text = 'flowchart LR\n  a --> b\n'
const path = '../diagrams/sql/billing'

/** The tags of a block, as a reader's parser finds them. */
function tagsOf(markdown: string): readonly string[] {
  return [...marked.parse(markdown, { async: false }).matchAll(/<\/?[a-z]+/g)].map(([tag]) => tag)
}

test('a diagram without drawings is a fence', () => {
  expect(printPicture({ text })).toBe('```mermaid\nflowchart LR\n  a --> b\n```')
})

test('a drawn one is a picture for light and dark, and a link to its text', () => {
  expect(printPicture({ text, drawing: { path, alt: 'Diagram: Billing.' } })).toBe(
    '<picture><source media="(prefers-color-scheme: dark)" srcset="../diagrams/sql/billing.dark.svg">' +
      '<img src="../diagrams/sql/billing.svg" alt="Diagram: Billing."></picture>\n\n' +
      '[Text of this diagram](../diagrams/sql/billing.mmd)',
  )
})

test('no text of a spec leaves the attribute that it stands in', () => {
  const harmless = tagsOf(printPicture({ text, drawing: { path, alt: 'harmless' } }))
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      "' onerror=alert(1)",
      '`"`>',
      '\n\n# head\n\n',
      '&quot;><b>',
      ']( x',
    ),
  )
  fc.assert(
    fc.property(hostile, (alt) => {
      const markdown = printPicture({ text, drawing: { path, alt } })
      expect(markdown.split('\n')).toHaveLength(3)
      expect(tagsOf(markdown)).toEqual(harmless)
    }),
  )
})
