import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import type { DocLinks } from '../../generator/diagnostic/doc-links.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import { renderText } from '../../generator/report/text.ts'
import { fileOf, finding, findingsOf, spanOf } from '../diagnostic/spans.ts'
import { hostile, many } from './samples.ts'

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
    findingsOf(
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
    ),
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
  const report = renderText(findingsOf([finding({ code: 'project/missing-file', help: 'make one' })], 0), plainPalette)
  expect(report).toBe(`error[project/missing-file]: a message
   help: make one

1 error. \`stowage explain project/missing-file\` tells more.
`)
  expect(renderText(findingsOf([], 3), plainPalette)).toBe('')
})

test('counts errors, warnings and notes each in its number', () => {
  const span = spanOf(pipeline, 'domain')
  const report = renderText(
    findingsOf(
      [
        finding({ span }),
        finding({ span, severity: 'warning' }),
        finding({ span, severity: 'warning' }),
        finding({ span, severity: 'info' }),
      ],
      2,
    ),
    plainPalette,
  )
  expect(report).toContain('\n1 error, 2 warnings and 1 note, in 1 of 2 files. ')
  expect(report.match(/^(error|warning|note)\[/gm)).toEqual(['error[', 'warning[', 'warning[', 'note['])
})

test('line numbers widen the gutter for all places of a finding', () => {
  const long = fileOf(`${'a: 1\n'.repeat(9_999)}last: 2\n`)
  const report = renderText(
    findingsOf(
      [
        finding({
          span: spanOf(long, 'last'),
          label: 'here',
          related: [{ span: spanOf(pipeline, 'domain'), label: 'there' }],
        }),
      ],
      2,
    ),
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
  const report = renderText(
    findingsOf([finding({ span, fixes: [fix, { ...fix, title: 'another' }] })], 1),
    plainPalette,
  )
  expect(report).not.toContain('fixable')
})

test('texts that came from a spec cannot steer the terminal', () => {
  const hostile = 'a\u001b[2J\u202Eb\u0007\r\nc\u2028d\u009b31m'
  const file = fileOf(`key: "${hostile.replace('\r\n', '')}"\n`, 'spec/\u001b]0;x\u0007.yaml')
  const report = renderText(
    findingsOf(
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
    ),
    plainPalette,
  )
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(report).toContain('<U+001B>[2J<U+202E>b<U+0007>')
})

test('a text of any length stays readable', () => {
  const span = spanOf(pipeline, 'domain')
  const report = renderText(
    findingsOf([finding({ message: 'x'.repeat(100_000), span, label: 'y'.repeat(100_000) })], 1),
    plainPalette,
  )
  expect(report.length).toBeLessThan(2_000)
  expect(report).toContain('x…x')
})

test('colour adds only what a terminal takes away again', () => {
  const diagnostics = [
    finding({ span: spanOf(pipeline, 'domain'), label: 'here', help: 'do it', severity: 'warning' as const }),
  ]
  const coloured = renderText(findingsOf(diagnostics, 1), picocolors.createColors(true))
  expect(coloured).toContain('\u001b[33m')
  expect(stripVTControlCharacters(coloured)).toBe(renderText(findingsOf(diagnostics, 1), plainPalette))
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
    expect(renderText(findingsOf(findings, 0, { links }), plainPalette)).toBe(`error[project/missing-file]: a message
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
    const report = renderText(findingsOf(findings, 0, { links }), palette)
    const link =
      '\u001b]8;;https://docs.example.com/rules/project/missing-file/\u001b\\project/missing-file\u001b]8;;\u001b\\'
    expect(report.split(link)).toHaveLength(4)
    expect(stripVTControlCharacters(report.replaceAll(link, 'project/missing-file'))).toBe(
      renderText(findingsOf(findings, 0, { links }), plainPalette),
    )
  })
})

describe('with many findings', () => {
  const thousand = many(1_000)
  const lines = renderText(thousand, plainPalette).split('\n')

  test('the first have their code, each of the others a line', () => {
    expect(lines.filter((line) => /^ {3,4}--> /.test(line))).toHaveLength(50)
    expect(
      lines.filter((line) => /^spec\/domains\/oven-\d+\.yaml:\d+:7 (error|warning|note)\[/.test(line)),
    ).toHaveLength(950)
    expect(lines).toContain('950 more, a line each; `--full` shows the code of all:')
    expect(renderText(thousand, plainPalette, { full: true }).match(/^ {3,4}--> /gm)).toHaveLength(1_000)
  })

  test('errors are shown with their code before any warning is', () => {
    const report = renderText(thousand, plainPalette)
    expect(report.match(/^error\[/gm)).toHaveLength(50)
    expect(report).not.toMatch(/^(warning|note)\[/m)
  })

  test('the last lines say how many of what there are, where to start and what mends them', () => {
    expect(lines.slice(-6)).toEqual([
      '200 errors, 600 warnings and 200 notes, 660 fixable, in 20 of 21 files, 2 suppressed',
      '  most   naming/timestamp-suffix 840, docs/missing-about 160',
      '  start  spec/domains/oven-000.yaml, which has 10 of the errors',
      '  mend   `stowage lint --fix` mends 660',
      '  read   `stowage explain naming/timestamp-suffix`',
      '',
    ])
  })

  test('of many codes the three commonest are named; without an error to start at it is the fullest file', () => {
    const codes = ['naming/table', 'naming/column', 'naming/index', 'naming/bucket', 'naming/table'] as const
    const found = Array.from({ length: 25 }, (_, index) =>
      finding({
        code: codes[index % 5] ?? 'type/unknown',
        severity: 'warning',
        span: spanOf(index < 9 ? project : pipeline, index < 9 ? 'stowage' : 'domain'),
      }),
    )
    expect(renderText(findingsOf(found, 2), plainPalette).split('\n').slice(-5)).toEqual([
      '25 warnings, in 2 of 2 files',
      '  most   naming/table 10, naming/bucket 5, naming/column 5, 1 more code 5',
      '  start  spec/domains/pipeline.yaml, which has 16 of the findings',
      '  read   `stowage explain naming/table`',
      '',
    ])
  })

  test('no line of them can steer the terminal', () => {
    const each = hostile('a\u001b[2J\u202E\r\nb')
    const [first] = each.diagnostics
    const found = Array.from({ length: 60 }, () => first ?? finding({}))
    expect(renderText(findingsOf(found, 1), plainPalette).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u)
  })
})

test('what was answered for is counted apart', () => {
  const { suppressed } = many(50)
  const report = renderText(findingsOf([finding({})], 1, { suppressed }), plainPalette)
  expect(report).toMatch(/\n1 error, 1 suppressed\. `stowage explain type\/unknown` tells more\.\n$/)
})
