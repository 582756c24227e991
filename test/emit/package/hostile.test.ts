import { expect, test } from 'vitest'
import type { Model } from '../../../generator/model/model.ts'
import { hostileTexts } from '../../print/typescript/hostile.ts'
import { shapeOf } from '../../print/typescript/parsed.ts'
import { referenceModel } from './cases.ts'
import { packageFiles } from './generated-package.ts'

/** Where a model holds text that nobody checked. */
const freeTexts: ReadonlySet<string> = new Set(['about', 'why', 'contentType'])

function withTexts(model: Model, text: string): Model {
  const copy = structuredClone(model)
  const seen = new Set<object>()
  const open: object[] = [copy]
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (seen.has(current)) continue
    seen.add(current)
    const record = current as Record<string, unknown>
    for (const [key, value] of current instanceof Map ? current : Object.entries(current)) {
      if (typeof value === 'object' && value !== null) open.push(value)
      else if (freeTexts.has(String(key)) && typeof value === 'string') record[String(key)] = text
    }
  }
  return copy
}

/** The syntax of each file without the texts in it. */
function shapes(model: Model): ReadonlyMap<string, readonly string[]> {
  const sources = packageFiles(model).filter(({ path }) => path.endsWith('.ts'))
  return new Map(
    sources.map(({ path, text }) => [path, shapeOf(text).map((node) => node.replace(/^(StringLiteral) .*$/s, '$1'))]),
  )
}

const model = referenceModel()
const harmless = shapes(withTexts(model, 'harmless'))

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
  '%s in every free text leaves the syntax of every file as a harmless one has it',
  { tags: ['full'] },
  (_, text) => {
    expect(shapes(withTexts(model, text))).toEqual(harmless)
  },
)

test('the texts are in the files', () => {
  const text = packageFiles(withTexts(model, 'quite harmless'))
    .map((file) => file.text)
    .join('')
  expect(text.split('quite harmless').length).toBeGreaterThan(300)
})
