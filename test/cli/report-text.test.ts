import { expect, test } from 'vitest'
import type { Outcome } from '../../generator/cli/stores/outcome.ts'
import { outcomeText, summaryLine } from '../../generator/cli/stores/report-text.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'

const clean: Outcome = {
  store: 'postgres',
  title: 'PostgreSQL',
  target: 'shop at db:5432',
  steps: [],
  notes: [],
  differences: [],
}

function printed(wanted: string | undefined, found: string | undefined): string {
  const values = { ...(wanted === undefined ? {} : { wanted }), ...(found === undefined ? {} : { found }) }
  const differences = [{ store: 'postgres', place: 'view live_posts', fact: 'definition', ...values } as const]
  return outcomeText({ ...clean, differences }, plainPalette)
}

test('a text of several lines that stands alone is shown on one line', () => {
  expect(printed(' SELECT id,\n    title\n   FROM public.posts;', undefined)).toBe(
    'PostgreSQL: shop at db:5432\n' +
      '  differs view live_posts: definition\n' +
      '            wanted SELECT id, title FROM public.posts;\n',
  )
})

test('of two texts the first line that differs is shown, an empty one too', () => {
  expect(printed('\nBEGIN\nEND', 'BEGIN')).toContain('wanted line 1: (empty)\n            found  line 1: BEGIN\n')
  expect(printed('BEGIN\nEND', 'BEGIN')).toContain(
    'wanted line 2: END\n            found  line 2: (the text ends before)\n',
  )
})

test('where nothing else is said of a server, the summary names it', () => {
  expect(summaryLine(clean, false)).toBe('PostgreSQL (shop at db:5432): nothing differs\n')
  const steps = [{ store: 'postgres', action: 'create', place: 'migration 0001_init' } as const]
  expect(summaryLine({ ...clean, steps }, false)).toBe('PostgreSQL: 1 created, nothing differs\n')
})
