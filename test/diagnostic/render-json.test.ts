import { expect, test } from 'vitest'
import { jsonReport, renderJson } from '../../generator/diagnostic/render-json.ts'
import { fileOf, finding, spanOf } from './spans.ts'

const file = fileOf('a: 1\nname: "名"\n')

test('every key is there, places count from 1 and offsets from 0', () => {
  const span = spanOf(file, 'name')
  const fix = { title: 'rename it', edits: [{ span, text: 'title' }] }
  const report = JSON.parse(renderJson([finding({ span, label: 'l', help: 'h', fixes: [fix] }), finding({})], 3))
  const place = {
    path: 'spec/a.yaml',
    start: { line: 2, column: 1, offset: 5 },
    end: { line: 2, column: 5, offset: 9 },
  }
  expect(report).toEqual({
    version: 1,
    summary: { errors: 2, warnings: 0, infos: 0, fixable: 1, filesWithFindings: 1, files: 3 },
    diagnostics: [
      {
        code: 'type/unknown',
        severity: 'error',
        message: 'a message',
        place,
        label: 'l',
        related: [],
        help: 'h',
        docs: { rule: null, subject: null },
        fixes: [{ title: 'rename it', edits: [{ place, text: 'title' }] }],
      },
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
      },
    ],
  })
})

test('printing it is safe, reading it gives the very text', () => {
  const message = 'a\u001b[2J\u202E\u009b\u2028"\\\n\ud800\u{E0041}b'
  const text = renderJson([finding({ message })], 1)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(JSON.parse(text)).toEqual(jsonReport([finding({ message })], 1))
})

test('where the documentation is published, each finding says where it is told', () => {
  const rule = 'https://docs.example.com/rules/type/unknown/'
  const subject = 'https://docs.example.com/spec/entities/order/'
  const findings = [finding({ message: 'a' }), finding({ message: 'b' })]
  const report = jsonReport(findings, 1, ({ message }) => (message === 'a' ? { rule, subject } : { rule }))
  expect(report.diagnostics.map(({ docs }) => docs)).toEqual([
    { rule, subject },
    { rule, subject: null },
  ])
})
