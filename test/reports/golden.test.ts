import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { formats } from '../../generator/report/format.ts'
import { renderers } from '../../generator/report/renderers.ts'
import { many, nothing, one, settings } from './samples.ts'

const accept = process.env.ACCEPT === '1'

const samples: Readonly<Record<string, Findings>> = { zero: nothing, one, thousand: many(1_000) }

/** Of a report of thousands of lines its beginning, its end, and a hash of it all. */
function compact(text: string): string {
  const lines = text.split('\n')
  if (lines.length < 400) return text
  const hash = createHash('sha256').update(text).digest('hex')
  return [...lines.slice(0, 60), '', `... ${lines.length} lines, SHA-256 ${hash} ...`, '', ...lines.slice(-40)].join(
    '\n',
  )
}

const all = Object.entries(samples).flatMap(([name, findings]) => formats.map((format) => ({ name, findings, format })))

test.each(all)('$name findings as $format read as they did when somebody read them', ({ name, findings, format }) => {
  const path = join(import.meta.dirname, 'golden', name, `${format}.txt`)
  const text = compact(renderers[format](findings, settings))
  if (accept) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `nothing: ${path} is missing`)
})

test.each(all)('$name findings as $format end with a line end, if they have a line', ({ findings, format }) => {
  expect(renderers[format](findings, settings)).toMatch(/^$|[^\n]\n$/)
})
