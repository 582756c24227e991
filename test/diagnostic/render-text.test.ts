import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import type { DocLinks } from '../../generator/diagnostic/doc-links.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import { renderText } from '../../generator/diagnostic/render-text.ts'
import { fileOf, finding, spanOf } from './spans.ts'

const pipeline = fileOf(
  `domain: Pipeline
entities:
  Activity:
    postgres:
      fields:
        status: ActivityStatus
        completed_at: timestamp?
        deliverable_period: ref(DeliverablePeriods)
`,
  'spec/domains/pipeline.yaml',
)
const project = fileOf(`stowage: 1\nconventions:\n  timestamp:   { suffix: _on }\n`, 'spec/stowage.yaml')

test('a report reads as the gallery shows it', () => {
  const field = spanOf(pipeline, 'completed_at')
  const report = renderText(
    [
      finding({
        code: 'naming/timestamp-suffix',
        message: 'timestamp field `completed_at` must end in `_on`',
        span: field,
        label: 'becomes column activities.completed_at',
        related: [{ span: spanOf(project, 'timestamp'), label: 'the convention is declared here' }],
        help: 'rename it to `completed_on`',
        fixes: [{ title: 'rename', edits: [{ span: field, text: 'completed_on' }] }],
      }),
      finding({
        code: 'resolve/unknown-entity',
        message: 'no entity is named `DeliverablePeriods`',
        span: spanOf(pipeline, 'DeliverablePeriods'),
        label: 'did you mean `DeliverablePeriod`?',
      }),
    ],
    14,
    plainPalette,
  )
  expect(report).toBe(`error[naming/timestamp-suffix]: timestamp field \`completed_at\` must end in \`_on\`
   --> spec/domains/pipeline.yaml:7:9
    |
  6 |         status: ActivityStatus
  7 |         completed_at: timestamp?
    |         ^^^^^^^^^^^^ becomes column activities.completed_at
    |
   ::: spec/stowage.yaml:3:3
    |
  3 |   timestamp:   { suffix: _on }
    |   --------- the convention is declared here
   help: rename it to \`completed_on\` (fixable: stowage lint --fix)

error[resolve/unknown-entity]: no entity is named \`DeliverablePeriods\`
   --> spec/domains/pipeline.yaml:8:33
    |
  7 |         completed_at: timestamp?
  8 |         deliverable_period: ref(DeliverablePeriods)
    |                                 ^^^^^^^^^^^^^^^^^^ did you mean \`DeliverablePeriod\`?

2 errors, 1 fixable, in 1 of 14 files. \`stowage explain naming/timestamp-suffix\` tells more.
`)
})

test('a finding without a place has a head and help only; nothing found is nothing said', () => {
  const report = renderText([finding({ code: 'project/missing-file', help: 'make one' })], 0, plainPalette)
  expect(report).toBe(`error[project/missing-file]: a message
   help: make one

1 error. \`stowage explain project/missing-file\` tells more.
`)
  expect(renderText([], 3, plainPalette)).toBe('')
})

test('counts errors, warnings and notes each in its number', () => {
  const span = spanOf(pipeline, 'domain')
  const report = renderText(
    [
      finding({ span }),
      finding({ span, severity: 'warning' }),
      finding({ span, severity: 'warning' }),
      finding({ span, severity: 'info' }),
    ],
    2,
    plainPalette,
  )
  expect(report).toContain('\n1 error, 2 warnings and 1 note, in 1 of 2 files. ')
  expect(report.match(/^(error|warning|note)\[/gm)).toEqual(['error[', 'warning[', 'warning[', 'note['])
})

test('line numbers widen the gutter for all places of a finding', () => {
  const long = fileOf(`${'a: 1\n'.repeat(9_999)}last: 2\n`)
  const report = renderText(
    [
      finding({
        span: spanOf(long, 'last'),
        label: 'here',
        related: [{ span: spanOf(pipeline, 'domain'), label: 'there' }],
      }),
    ],
    2,
    plainPalette,
  )
  expect(report).toContain(`      --> spec/a.yaml:10000:1
       |
  9999 | a: 1
 10000 | last: 2
       | ^^^^ here
       |
      ::: spec/domains/pipeline.yaml:1:1
       |
     1 | domain: Pipeline
       | ------ there
`)
})

test("a choice of fixes is a person's: it is not called fixable", () => {
  const span = spanOf(pipeline, 'domain')
  const fix = { title: 'one way', edits: [{ span, text: 'x' }] }
  const report = renderText([finding({ span, fixes: [fix, { ...fix, title: 'another' }] })], 1, plainPalette)
  expect(report).not.toContain('fixable')
})

test('texts that came from a spec cannot steer the terminal', () => {
  const hostile = 'a\u001b[2J\u202Eb\u0007\r\nc\u2028d\u009b31m'
  const file = fileOf(`key: "${hostile.replace('\r\n', '')}"\n`, 'spec/\u001b]0;x\u0007.yaml')
  const report = renderText(
    [
      finding({
        message: hostile,
        span: spanOf(file, 'key'),
        label: hostile,
        help: hostile,
        related: [{ span: spanOf(file, 'key'), label: hostile }],
      }),
    ],
    1,
    plainPalette,
  )
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(report).toContain('<U+001B>[2J<U+202E>b<U+0007>')
})

test('a text of any length stays readable', () => {
  const span = spanOf(pipeline, 'domain')
  const report = renderText(
    [finding({ message: 'x'.repeat(100_000), span, label: 'y'.repeat(100_000) })],
    1,
    plainPalette,
  )
  expect(report.length).toBeLessThan(2_000)
  expect(report).toContain('x…x')
})

test('colour adds only what a terminal takes away again', () => {
  const diagnostics = [
    finding({ span: spanOf(pipeline, 'domain'), label: 'here', help: 'do it', severity: 'warning' as const }),
  ]
  const coloured = renderText(diagnostics, 1, picocolors.createColors(true))
  expect(coloured).toContain('\u001b[33m')
  expect(stripVTControlCharacters(coloured)).toBe(renderText(diagnostics, 1, plainPalette))
})

describe('where the documentation is published', () => {
  const page = 'https://docs.example.com/'
  const links = ({ code, label }: Diagnostic): DocLinks => ({
    rule: `${page}rules/${code}/`,
    ...(label === undefined ? {} : { subject: `${page}spec/entities/${label}/` }),
  })
  const findings = [
    finding({ code: 'project/missing-file', label: 'order', help: 'make one' }),
    finding({ code: 'project/missing-file', label: 'invoice' }),
    finding({ code: 'project/missing-file' }),
  ]

  test('the page of a rule is named once, that of what a finding is about with each', () => {
    expect(renderText(findings, 0, plainPalette, links)).toBe(`error[project/missing-file]: a message
   help: make one
   docs: https://docs.example.com/rules/project/missing-file/
         https://docs.example.com/spec/entities/order/

error[project/missing-file]: a message
   docs: https://docs.example.com/spec/entities/invoice/

error[project/missing-file]: a message

3 errors. \`stowage explain project/missing-file\` tells more.
`)
  })

  test('on a terminal a code can be clicked, and the words stay the same', () => {
    const palette = {
      ...picocolors.createColors(true),
      link: (text: string, address: string) => `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`,
    }
    const report = renderText(findings, 0, palette, links)
    const link =
      '\u001b]8;;https://docs.example.com/rules/project/missing-file/\u001b\\project/missing-file\u001b]8;;\u001b\\'
    expect(report.split(link)).toHaveLength(4)
    expect(stripVTControlCharacters(report.replaceAll(link, 'project/missing-file'))).toBe(
      renderText(findings, 0, plainPalette, links),
    )
  })
})
