import { describe, expect, test } from 'vitest'
import { bestDirection } from '../../../generator/figures/extent.ts'
import { allFigures, figuresOf } from '../../../generator/figures/figures.ts'
import { legible } from '../../../generator/figures/legible.ts'
import { entityNamed, inPostgres } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { inDark } from '../../../generator/print/mermaid/theme.ts'
import { analyzeText } from '../../support/analyze-text.ts'
import { largeModel } from '../../support/large-spec.ts'
import { parseDiagram, type ReadDiagram, readDiagram } from '../../support/mermaid.ts'
import { soundSpecs } from '../../support/sound-specs.ts'

const specs = [...soundSpecs()]

function modelOf(text: string): Model {
  const { diagnostics, model } = analyzeText(text)
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  if (model === undefined) throw new Error('no model')
  return model
}

function reference(): Model {
  const found = specs.find(([folder]) => folder === 'spec')
  if (found === undefined) throw new Error('no reference spec')
  return found[1]
}

/** The names of the boxes of a diagram of entities, as Mermaid reads them. */
function boxesOf({ names, shape }: ReadDiagram): readonly string[] {
  const { entities } = shape as { readonly entities: readonly (readonly [number])[] }
  return entities.map(([name]) => names[name] ?? '')
}

describe('neighbours', () => {
  const model = modelOf(`entities:
  Lone: { use: [base_fields], postgres: { fields: { name: string(20) } } }
  Author: { use: [base_fields], postgres: { fields: { name: { type: string(20), about: What it is called. } } } }
  Book: { use: [base_fields], postgres: { fields: { author: ref(Author), sequel_of: ref(Book)? } } }
  Review: { use: [base_fields], mongo: { fields: { book: ref(Book), text: text } } }`)
  const { neighbours } = figuresOf(model)

  test('stand on both sides of an entity, in all stores; one without any has none', async () => {
    expect([...neighbours.keys()]).toEqual(['Author', 'Bakery', 'Book', 'Review'])
    const book = neighbours.get('Book')
    expect(book?.path).toBe('neighbours/book')
    expect(book?.sources).toEqual(['Book'])
    expect(book?.touches).toEqual(['Author', 'Review'])
    const read = await readDiagram(book?.text ?? '')
    expect(boxesOf(read)).toEqual(['books', 'authors', 'reviews (MongoDB)'])
    const { relations } = read.shape as { readonly relations: readonly (readonly [number, number])[] }
    const named = (at: number): string | undefined => read.names[at]?.replace(/^entity-(.*)-\d+$/, '$1')
    expect(relations.map(([from, to]) => `${named(from)} ${named(to)}`)).toEqual([
      'books books',
      'authors books',
      'books reviews (MongoDB)',
    ])
    expect(read.texts).toEqual(expect.arrayContaining(['sequel_of_id', 'author_id', 'bookRefId']))
  })

  test('say what the columns of the entity mean, and nothing of those of others', () => {
    expect(neighbours.get('Author')?.text).toContain('What it is called.')
    expect(neighbours.get('Book')?.text).not.toContain('What it is called.')
  })

  test('of a hub are the most telling ones, and it is said how many are left out', async () => {
    const others = Array.from(
      { length: 40 },
      (_, at) => `  Thing${at}: { use: [base_fields], postgres: { fields: { hub: ref(Hub) } } }`,
    )
    const many = modelOf(`entities:
  Hub: { use: [base_fields], postgres: { fields: { name: string(20) } } }
  Part: { use: [base_fields], postgres: { fields: { thing: ref(Thing39) } } }
${others.join('\n')}`)
    const figure = figuresOf(many).neighbours.get('Hub')
    expect(figure?.touches).toHaveLength(legible.neighbours)
    expect(figure?.touches).toContain('Thing39')
    expect(figure?.notes.join(' ')).toContain(`${40 - legible.neighbours} neighbours more are left out`)
    expect(boxesOf(await readDiagram(figure?.text ?? ''))).toHaveLength(legible.neighbours + 1)
  })

  test('leave out what is kept for the books, but for the tenant show who belongs to it', () => {
    const figures = figuresOf(reference())
    const tenant = reference().project.tenancy?.entity ?? ''
    expect(figures.neighbours.get(tenant)?.touches.length).toBe(legible.neighbours)
    for (const [name, { text, touches }] of figures.neighbours) {
      if (name !== tenant) expect(touches, name).not.toContain(tenant)
      expect(text, name).not.toMatch(/: "[^"]*created_by/)
    }
  })
})

describe('the map of the stores', () => {
  test('has every split entity and every pointer, objects at the ends', async () => {
    for (const [folder, model] of specs) {
      const figures = figuresOf(model)
      const texts: string[] = []
      for (const { text } of figures.storeMap) texts.push(...(await readDiagram(text)).texts)
      for (const { domain, name, s3, split } of model.entities) {
        if (!split) continue
        expect(texts.join('\n'), folder).toContain(`${name} · ${domain}`)
        for (const object of s3?.objects ?? []) expect(texts.join('\n'), folder).toContain(`<b>${object.name}</b>`)
      }
      if (figures.crossStore.size === 0) expect(figures.storeMap, folder).toEqual([])
    }
  })

  test('is dashed throughout', async () => {
    for (const { text } of figuresOf(reference()).storeMap) {
      const { edges } = (await readDiagram(text)).shape as {
        readonly edges: readonly (readonly [number, number, string])[]
      }
      expect(edges.length).toBeGreaterThan(0)
      for (const [, , stroke] of edges) expect(stroke).toBe('dotted')
    }
  })

  test('of a large spec is in parts by domain, none with more than can be read', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => {
      const next = `Note${(at + 1) % 60}`
      const fields = `title: string(20), body: part(mongo), next: ref(${next})?`
      return `  Note${at}: { use: [base_fields], postgres: { fields: { ${fields} } }, mongo: { fields: { text: text } } }`
    })
    const figures = figuresOf(modelOf(`entities:\n${lines.join('\n')}`))
    expect(figures.storeMap.length).toBeGreaterThan(1)
    for (const { path, text } of figures.storeMap) {
      expect(path).toMatch(/^stores\/[a-z-]+\/\d+$/)
      const { vertices } = (await readDiagram(text)).shape as { readonly vertices: readonly unknown[] }
      expect(vertices.length).toBeLessThanOrEqual(legible.mapBoxes)
    }
  })
})

describe('the way of a read', () => {
  test('exists for every split entity and names its table, collection, pointer and keys', async () => {
    for (const [folder, model] of specs) {
      const { readPath } = figuresOf(model)
      expect([...readPath.keys()], folder).toEqual(model.entities.filter(({ split }) => split).map(({ name }) => name))
      for (const [name, { text }] of readPath) {
        const texts = (await readDiagram(text)).texts.join('\n')
        const { mongo, postgres, s3 } = entityNamed(model, name)
        for (const known of [postgres?.table, mongo?.collection]) if (known) expect(texts).toContain(known.text)
        for (const field of [...(postgres?.fields ?? []), ...(mongo?.fields ?? [])]) {
          if (field.type.kind === 'key' || field.type.kind === 'part') expect(texts).toContain(field.physical.text)
        }
        if (s3 !== undefined) expect(texts).toContain('signs a URL for')
      }
    }
  })

  test('asks for what may be empty only where it is set', () => {
    const { readPath } = figuresOf(reference())
    for (const [name, { text }] of readPath) {
      const { mongo, postgres } = entityNamed(reference(), name)
      const optional = [...(postgres?.fields ?? []), ...(mongo?.fields ?? [])].filter(
        ({ optional: empty, type }) => empty && (type.kind === 'part' || type.kind === 'key'),
      )
      for (const field of optional) expect(text).toContain(`opt ${field.physical.text} is set`)
    }
  })
})

describe('the overview', () => {
  test('has keys and indexed columns only, and says the domain of each table', async () => {
    const model = reference()
    const [overview, ...more] = figuresOf(model).sqlAll
    expect(more).toEqual([])
    const read = await readDiagram(overview?.text ?? '')
    for (const { domain, postgres } of inPostgres(model)) {
      expect(read.texts).toContain(`${postgres.table.text} · ${domain}`)
    }
    const { entities } = read.shape as {
      readonly entities: readonly (readonly [number, string, readonly (readonly [string, number])[]])[]
    }
    for (const [at, , attributes] of entities) {
      const entity = inPostgres(model).find(({ postgres }) => postgres.table.text === read.names[at])
      const columns = attributes.map(([, column]) => read.names[column] ?? '')
      const indexed = new Set([
        ...(entity?.postgres.primaryKey ?? []),
        ...(entity?.postgres.uniques ?? []).flatMap(({ fields }) => fields),
        ...(entity?.postgres.indexes ?? []).flatMap(({ fields }) => fields.map(({ field }) => field)),
      ])
      for (const column of columns) {
        const field = entity?.postgres.fields.find(({ physical }) => physical.text === column)
        expect(field !== undefined && (indexed.has(field.name) || field.type.kind === 'ref'), column).toBe(true)
      }
      expect(columns.length).toBeLessThan(entity?.postgres.fields.length ?? 0)
    }
  })
})

test('a diagram is drawn across where a page is wide enough, else down', () => {
  const box = (name: string, length: number): Parameters<typeof bestDirection>[0][number] => ({
    name,
    class: 'postgres',
    attributes: [{ type: 'text', name: 'x'.repeat(length), keys: [] }],
  })
  const line = (from: string, to: string): Parameters<typeof bestDirection>[1][number] => ({
    from,
    fromCardinality: 'one',
    to,
    toCardinality: 'many',
    line: 'solid',
    label: 'x',
  })
  const chain = ['a', 'b', 'c', 'd', 'e', 'f']
  const lines = chain.slice(1).map((name, at) => line(chain[at] ?? '', name))
  expect(bestDirection([box('a', 9), box('b', 9)], [line('a', 'b')])).toBe('LR')
  expect(
    bestDirection(
      chain.map((name) => box(name, 40)),
      lines,
    ),
  ).toBe('TB')
})

test('what a figure touches is drawn in full elsewhere', () => {
  for (const [folder, model] of specs) {
    const figures = figuresOf(model)
    const home = new Set([...figures.sqlByDomain.values(), figures.nosql].flat().flatMap(({ sources }) => sources))
    for (const { path, sources, touches } of allFigures(figures)) {
      for (const name of touches) {
        expect(home.has(name), `${folder}: ${path} ${name}`).toBe(true)
        expect(sources, path).not.toContain(name)
      }
    }
  }
})

test('2,000 entities take no more than linear work', () => {
  const length = (tables: number): number => {
    let sum = 0
    for (const { text } of allFigures(figuresOf(largeModel(tables, 0)))) sum += text.length
    return sum
  }
  expect(length(400)).toBeLessThan(2.3 * length(200))
})

test('every diagram of the reference spec, of all cases and of 500 entities parses in both modes, front matter and all', {
  tags: ['full'],
  timeout: 300_000,
}, async () => {
  const large = largeModel(350, 150)
  for (const model of [...specs.map(([, spec]) => spec), large]) {
    for (const figure of allFigures(figuresOf(model))) {
      await readDiagram(figure.text)
      await readDiagram(inDark(figure.text))
    }
  }
  // The front matter is the same for all of one kind.
  const heads = new Map(
    allFigures(figuresOf(reference())).map((figure) => [
      figure.text.split('\n').find((line) => /^\w+.*/.test(line) && /diagram|chart/i.test(line)) ?? '',
      figure,
    ]),
  )
  for (const figure of heads.values()) {
    await parseDiagram(figure.text)
    await parseDiagram(inDark(figure.text))
  }
})
