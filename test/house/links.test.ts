import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type MarkdownPage, readMarkdown } from '../support/markdown-links.ts'

const paths = ['*.md', 'docs/**/*.md', 'generated/*.md', 'generated/docs/**/*.md', 'bench/**/*.md']
  .flatMap((pattern) => globSync(pattern, { exclude: ['**/node_modules'] }))
  .sort()
const pages = new Map<string, MarkdownPage>(paths.map((path) => [path, readMarkdown(readFileSync(path, 'utf8'))]))

/** What is wrong with a link, or nothing. */
function fault(from: string, target: string): string | undefined {
  if (/^(https?|mailto):/.test(target)) return undefined
  const [written = '', anchor] = decodeURIComponent(target).split('#')
  if (written.startsWith('/')) return 'is absolute'
  const path = written === '' ? from : posix.join(posix.dirname(from), written)
  if (path.startsWith('..')) return 'leads out of the repository'
  if (!existsSync(path)) return 'leads nowhere'
  if (anchor === undefined) return undefined
  if (/^L\d+(-L\d+)?$/.test(anchor) && statSync(path).isFile()) return undefined
  const page = pages.get(path.replace(/\/$/, '/README.md'))
  return page?.anchors.has(anchor) === true ? undefined : `has no anchor ${anchor}`
}

describe('links', () => {
  test('are looked for in every page', () => {
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/language.md', 'generated/docs/overview.md']))
    const count = [...pages.values()].reduce((sum, { targets }) => sum + targets.length, 0)
    expect(count).toBeGreaterThan(500)
  })

  test.each(paths)('of %s lead somewhere', (path) => {
    const targets = pages.get(path)?.targets ?? []
    const faults = targets.flatMap((target) => {
      const found = fault(path, target)
      return found === undefined ? [] : [`${target} ${found}`]
    })
    expect(faults).toEqual([])
  })

  test.each([
    ['docs/language.md', 'nothing.md', 'leads nowhere'],
    ['docs/language.md', '../README.md#no-such-heading', 'has no anchor no-such-heading'],
    ['docs/language.md', '#limits', undefined],
    ['docs/language.md', '#limit', 'has no anchor limit'],
    ['docs/language.md', '../../elsewhere', 'leads out of the repository'],
  ])('a check of the check: from %s to %s', (from, target, expected) => {
    expect(fault(from, target)).toBe(expected)
  })
})

describe('anchors', () => {
  test('are those of GitHub', () => {
    const headings = [
      'A & B',
      '`ref_id` of [Tenant](x.md), *now*',
      'A & B',
      'B',
      'B 1',
      'B',
      '1. Ünï–code! (v2)',
      'C++ <b>x</b>',
    ]
    const text = [...headings.map((heading) => `## ${heading}`), '<a id="own"></a>'].join('\n\n')
    expect([...readMarkdown(text).anchors]).toEqual([
      'a--b',
      'ref_id-of-tenant-now',
      'a--b-1',
      'b',
      'b-1',
      'b-2',
      '1-ünïcode-v2',
      'c-x',
      'own',
    ])
  })
})
