import { expect, test } from 'vitest'
import { fingerprintsOf } from '../../generator/diagnostic/fingerprint.ts'
import { jsonReport, renderJson } from '../../generator/report/json.ts'
import { fileOf, finding, findingsOf, spanOf } from '../diagnostic/spans.ts'

const file = fileOf('a: 1\nname: "名" # ignored\n')

test('every key is there, places count from 1 and offsets from 0', () => {
  const span = spanOf(file, 'name')
  const fix = { title: 'rename it', edits: [{ span, text: 'title' }] }
  const found = [finding({}), finding({ span, label: 'l', help: 'h', fixes: [fix] })]
  const report = JSON.parse(renderJson(findingsOf(found, 3)))
  const [first, second] = fingerprintsOf(found)
  const place = {
    path: 'spec/a.yaml',
    start: { line: 2, column: 1, offset: 5 },
    end: { line: 2, column: 5, offset: 9 },
  }
  expect(report).toEqual({
    version: 1,
    summary: { errors: 2, warnings: 0, infos: 0, fixable: 1, suppressed: 0, filesWithFindings: 1, files: 3 },
    diagnostics: [
      {
        code: 'type/unknown',
        severity: 'error',
        message: 'a message',
        place: null,
        label: null,
        related: [],
        help: null,
        docs: { rule: null, subject: null },
        fixes: [],
        fingerprint: first,
      },
      {
        code: 'type/unknown',
        severity: 'error',
        message: 'a message',
        place,
        label: 'l',
        related: [],
        help: 'h',
        docs: { rule: null, subject: null },
        fixes: [{ title: 'rename it', isGuess: false, edits: [{ place, text: 'title' }] }],
        fingerprint: second,
      },
    ],
    suppressed: [],
  })
})

test('what was answered for stands apart, with the reason and the comment, and is not counted with the rest', () => {
  const [kept, answered] = [finding({ span: spanOf(file, 'name') }), finding({ span: spanOf(file, 'name') })]
  const suppression = { kind: 'inline', reason: 'it is old', span: spanOf(file, '# ignored') } as const
  const suppressed = [{ diagnostic: answered, suppression }]
  const report = jsonReport(findingsOf([kept], 1, { suppressed }))
  const alone = jsonReport(findingsOf([kept, answered], 1))
  expect(report.summary).toMatchObject({ errors: 1, suppressed: 1 })
  expect(report.diagnostics).toEqual([alone.diagnostics[0]])
  const place = {
    path: 'spec/a.yaml',
    start: { line: 2, column: 11, offset: 15 },
    end: { line: 2, column: 20, offset: 24 },
  }
  expect(report.suppressed).toEqual([
    { ...alone.diagnostics[1], suppression: { kind: 'inline', reason: 'it is old', place } },
  ])
})

test('printing it is safe, reading it gives the very text', () => {
  const message = 'a\u001b[2J\u202E\u009b\u2028"\\\n\ud800\u{E0041}b'
  const found = findingsOf([finding({ message })], 1)
  const text = renderJson(found)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(JSON.parse(text)).toEqual(jsonReport(found))
})

test('where the documentation is published, each finding says where it is told', () => {
  const rule = 'https://docs.example.com/rules/type/unknown/'
  const subject = 'https://docs.example.com/spec/entities/order/'
  const found = findingsOf([finding({ message: 'a' }), finding({ message: 'b' })], 1)
  const report = jsonReport({ ...found, links: ({ message }) => (message === 'a' ? { rule, subject } : { rule }) })
  expect(report.diagnostics.map(({ docs }) => docs)).toEqual([
    { rule, subject },
    { rule, subject: null },
  ])
})
