import { describe, expect, test } from 'vitest'
import { coverageItems } from '../../../../generator/coverage/coverage-items.ts'
import { docsEmitter } from '../../../../generator/emit/docs/index.ts'
import { registers } from '../../../../generator/emit/docs/registers/index.ts'
import { type RegisterName, registersOf } from '../../../../generator/emit/docs/registers/names.ts'
import { occurrencesIn } from '../../../../generator/emit/docs/registers/occurrence.ts'
import { placeOf } from '../../../../generator/emit/docs/registers/subject-place.ts'
import { type Place, siteOf } from '../../../../generator/emit/docs/site.ts'
import type { Model } from '../../../../generator/model/model.ts'
import { analyzeText } from '../../../support/analyze-text.ts'
import { largeModel } from '../../../support/large-spec.ts'
import { readPage } from '../../../support/markdown-site.ts'
import { soundSpecs } from '../../../support/sound-specs.ts'

function render(model: Model, name: RegisterName): string {
  return registers[name].render(siteOf(model))
}

/** Every place of a spec's pages, as `docs/fields.md` or `docs/fields.md#name-kind`. */
function placesOf(model: Model): ReadonlySet<string> {
  const pages = [...docsEmitter.emit(model)].map(readPage)
  return new Set(pages.flatMap(({ anchors, path }) => [path, ...anchors.map((anchor) => `${path}#${anchor}`)]))
}

function addressOf({ anchor, page }: Place): string {
  return `docs/${page}.md${anchor === undefined ? '' : `#${anchor}`}`
}

function modelOf(text: string): Model {
  const { diagnostics, model } = analyzeText(text)
  if (model === undefined) throw new Error(diagnostics[0]?.message ?? 'no model')
  return model
}

describe.each([...soundSpecs()])('of %s', (_folder, model) => {
  const places = placesOf(model)
  const site = siteOf(model)
  const pages = registersOf(model)

  test('whatever the spec declares has a place', () => {
    const items = coverageItems(model)
    expect(items.length).toBeGreaterThan(0)
    for (const { name, subject } of items) expect(places, name).toContain(addressOf(placeOf(site, subject)))
  })

  test('so has every field of every record and shape, whoever declares it', () => {
    for (const occurrence of occurrencesIn(model)) {
      const { field } = occurrence
      const place =
        occurrence.in === 'shape'
          ? site.valueTypeField(occurrence.shape.name, field.name)
          : site.field(occurrence.entity.name, occurrence.part, field.name)
      expect(places).toContain(addressOf(place))
    }
  })

  test('the page of all fields names each by its name in the spec and by those in the stores', () => {
    if (!pages.has('fields')) return
    const text = render(model, 'fields')
    for (const { field } of occurrencesIn(model)) {
      expect(text).toContain(`</a>\`${field.name}\` |`)
      if (field.physical.text !== field.name) expect(text).toContain(`\n| \`${field.physical.text}\` | [\``)
    }
  })

  test('names come in order, each once', () => {
    const found = [...render(model, 'fields').matchAll(/<a id="name-[^"]*"><\/a>`([^`]+)`/g)].map(
      ([, name]) => name ?? '',
    )
    const order = (a: string, b: string): number => {
      const [first, second] = [a.slice(0, 1).toUpperCase(), b.slice(0, 1).toUpperCase()]
      return first === second ? (a < b ? -1 : 1) : first < second ? -1 : 1
    }
    expect(found).toEqual([...new Set(found)].sort(order))
  })

  test('the placement page has a mark for every part', () => {
    if (!pages.has('placement')) return
    const marks = render(model, 'placement').split('✓').length - 1
    const parts = model.entities.reduce(
      (sum, { mongo, postgres, s3 }) =>
        sum + (postgres === undefined ? 0 : 1) + (mongo === undefined ? 0 : 1) + (s3?.objects.length ?? 0),
      0,
    )
    expect(marks).toBe(parts)
  })
})

test('a field that a mixin gives to many is told once, one that it gives to few is listed', () => {
  const of = (count: number): string => {
    const uses = Array.from({ length: count }, (_, at) => `  Order${at}: { use: [notes], postgres: {} }`)
    const model = modelOf(`mixins: { notes: { fields: { remark: text } } }\nentities:\n${uses.join('\n')}`)
    return render(model, 'fields')
  }
  expect(of(5).match(/\[`remark`\]\(entities\/order\d\.md#column-remark\) in PostgreSQL/g)?.length).toBe(5)
  expect(of(6)).not.toContain('#column-remark')
  expect(of(6)).toContain('6 tables, by [`notes`](#mixin-notes)')
})

test('what no record uses is told all the same', () => {
  const model = modelOf(`mixins: { spare: { fields: { left_over: text } } }
enums: { Colour: [red] }
types: { Spot: { fields: { x: int } } }
entities: { Order: { use: [base_fields], postgres: {} } }`)
  expect(render(model, 'fields')).toContain('`left_over` | no record: only a mixin that nothing uses |')
  expect(render(model, 'enums')).toContain('No field is of it.')
  expect(render(model, 'shapes')).toContain('No field is of it.')
})

test('a page exists where there is something to tell', () => {
  const model = modelOf('entities: { Order: { use: [base_fields], postgres: {} } }')
  expect([...registersOf(model)]).toEqual(['fields', 'coverage'])
})

test('registers grow with the spec, not with its square', () => {
  const size = (model: Model): number =>
    [...registersOf(model)].reduce((sum, name) => sum + render(model, name).length, 0)
  expect(size(largeModel(400, 20))).toBeLessThan(2.5 * size(largeModel(200, 10)))
})
