import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { renderGitlab } from '../../generator/report/gitlab.ts'
import { finding, findingsOf } from '../diagnostic/spans.ts'
import { allHostile, many, nothing, one, settings } from './samples.ts'

/**
 * GitLab's description of a report of Code Quality (https://docs.gitlab.com/ci/testing/code_quality/, "Code Quality report
 * format") as a schema. Stricter than the one GitLab checks with, which asks for no path, no line and no known severity.
 */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^./]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
} as const

const fits = new Ajv2020({ allErrors: true }).compile(schema)

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } }
}

function issues(findings: Parameters<typeof renderGitlab>[0]): readonly Issue[] {
  return JSON.parse(renderGitlab(findings, settings))
}

describe("GitLab's format", () => {
  test.each([
    ['zero', nothing],
    ['one', one],
    ['a thousand', many(1_000)],
    ['hostile', { ...allHostile(), diagnostics: allHostile().diagnostics.filter(({ message }) => message !== '') }],
  ])('is that of %s findings', (_name, findings) => {
    fits(issues(findings))
    expect(fits.errors ?? []).toEqual([])
  })

  test('is refused where it is not: a check of the check', () => {
    expect(fits([{ ...issues(one)[0], severity: 'error' }])).toBe(false)
    expect(fits([{ ...issues(one)[0], fingerprint: '' }])).toBe(false)
  })
})

test('an empty report is an empty list: GitLab then says that the quality did not change', () => {
  expect(renderGitlab(nothing, settings)).toBe('[]\n')
})

test('fingerprints differ, also of findings that read alike: GitLab shows one of a fingerprint', () => {
  const prints = issues(many(1_000)).map(({ fingerprint }) => fingerprint)
  expect(new Set(prints).size).toBe(1_000)
  expect(new Set(issues(findingsOf([finding({}), finding({})], 1)).map(({ fingerprint }) => fingerprint)).size).toBe(2)
})

test('each finding stands at its lines of its file in the repository, and says what to do', () => {
  expect(issues(one)).toMatchObject([
    {
      description: 'timestamp field `lit1_at` must end in `_on`; rename it to `lit1_on` (fixable: stowage lint --fix)',
      severity: 'major',
      location: { path: 'bakery/spec/domains/ovens & fires.yaml', lines: { begin: 8, end: 8 } },
    },
  ])
})

test('what was answered for is left out', () => {
  const { suppressed } = many(50)
  expect(suppressed).toHaveLength(1)
  expect(issues({ ...many(50), diagnostics: [] })).toEqual([])
})
