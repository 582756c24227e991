import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { readClean } from '../../generator/front/parse/clean/read-clean.ts'
import { parseExactly } from '../../generator/front/parse.ts'

/**
 * Reads a text with both readers. Fails where the one for clean files answers otherwise than the exact one, spans and all, or
 * answers where the exact one has something to say.
 */
export function bothRead(text: string): {
  /** Whether the reader for clean files answered. */
  readonly isAnswered: boolean
  /** Whether the exact reader made a tree of it and had nothing to say. */
  readonly isClean: boolean
} {
  const file = { path: 'a.yaml', text }
  const said: string[] = []
  const exact = parseExactly(file, ({ code, message }) => said.push(`${code} ${message}`))
  const isClean = exact !== undefined && said.length + exact.damaged.length + exact.lost.size === 0
  const clean = readClean(file)
  if (clean === undefined) return { isAnswered: false, isClean }
  // Asked tens of thousands of times, of which the test runner would keep a record each.
  if (!isClean || !isDeepStrictEqual(clean, exact.root)) {
    expect({ said, isClean, root: clean }).toStrictEqual({ said: [], isClean: true, root: exact?.root })
  }
  return { isAnswered: true, isClean }
}
