import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { lineStarts, positionAt } from '../../generator/source/source-file.ts'
import { underCarets } from '../support/analyze-text.ts'
import { bakery, orders } from './bakery.ts'
import { likeliest } from './likeliest.ts'
import type { Mistake } from './mistake.ts'
import { others } from './others.ts'

/** The file that people work on, after all that `--fix` does. */
function mendedOrders(files: readonly SourceFile[]): { readonly text: string; readonly left: readonly string[] } {
  let current = files
  for (let round = 0; round < 10; round += 1) {
    const changed = new Map(
      applyFixes(current, analyze(current).diagnostics).files.map((file) => [file.path, file] as const),
    )
    if (changed.size === 0) break
    current = current.map((file) => changed.get(file.path) ?? file)
  }
  return {
    text: current.find(({ path }) => path === 'orders.yaml')?.text ?? '',
    left: analyze(current).diagnostics.map(({ code }) => code),
  }
}

test('the bakery itself is sound', () => {
  expect(analyze(bakery(orders)).diagnostics).toEqual([])
})

test('the twenty are twenty, and each is likely for a reason of its own', () => {
  expect(likeliest).toHaveLength(20)
  const all = [...likeliest, ...others]
  expect(new Set(all.map(({ why }) => why)).size).toBe(all.length)
})

describe.each([...likeliest, ...others])('$mistake', (row: Mistake) => {
  const text = orders.replace(row.sound, row.wrong)
  const [first, ...more] = analyze(bakery(text)).diagnostics

  test('is found where it is, once, and told in its own words', () => {
    expect(text).not.toBe(orders)
    const { line, column } = positionAt(lineStarts(text), first?.span?.start ?? -1)
    expect({
      code: first?.code,
      path: first?.span?.file.path,
      place: `${line}:${column}`,
      marked: underCarets(first),
      message: first?.message,
      help: first?.help ?? '',
    }).toEqual({
      code: row.code,
      path: 'orders.yaml',
      place: row.place,
      marked: row.marked,
      message: row.message,
      help: row.help,
    })
    expect(more.map(({ code }) => code)).toEqual(row.follows ?? [])
  })

  test(row.mended === undefined ? 'is left to a person' : 'is mended, and all else stays as it was written', () => {
    const { text: after, left } = mendedOrders(bakery(text))
    if (row.mended === undefined) expect({ after, left: left[0] }).toEqual({ after: text, left: row.code })
    else expect({ after, left }).toEqual({ after: orders.replace(row.sound, row.mended), left: [] })
  })
})
