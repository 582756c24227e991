import { describe, expect, test } from 'vitest'
import { codePages } from '../../generator/cli/report/code-pages.ts'
import { type Code, codes } from '../../generator/diagnostic/codes.ts'

const here = codePages([], 'https://stowage.example')

describe('the page of a code', () => {
  test.each(codes)('%s says in a line what it asks for, why, and what to do', (code) => {
    const { summary = '', why = '', wayOut = '', markdown, url } = here(code) ?? {}
    for (const text of [summary, why, wayOut]) {
      expect(text).toMatch(/^\S.*\S$/)
      expect(text).not.toMatch(/^#/)
    }
    expect(markdown).toMatch(`# ${code}\n`)
    expect(url).toBe(`https://stowage.example/rules/${code}/`)
  })

  test('leads nowhere where the package has no home', () => {
    expect(codePages([], undefined)('type/unknown')).not.toHaveProperty('url')
  })

  test('is not there for a code that is none', () => {
    expect(here('custom/no-such-rule')).toBeUndefined()
  })

  test("of a project's own rule is what its file says", () => {
    const file = { path: 'rules.ts', text: '' }
    const rule = {
      code: 'custom/oven-has-door',
      severity: 'warning',
      preset: 'minimal',
      summary: 'an oven has a door',
      fixable: false,
      docs: '# A door\n',
      span: { file, start: 0, end: 0 },
      check: (): void => undefined,
    } as const
    const page = { summary: 'an oven has a door', severity: 'warning', markdown: '# A door\n' }
    expect(codePages([rule], 'https://stowage.example')('custom/oven-has-door')).toEqual(page)
  })
})

test('the list of codes holds no code twice', () => {
  expect(new Set<Code>(codes).size).toBe(codes.length)
})
