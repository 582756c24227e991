import { describe, expect, test } from 'vitest'
import { diagramsEmitter } from '../../../generator/emit/diagrams/index.ts'
import type { OutputFile } from '../../../generator/emit/emitter.ts'
import { inMongo, inPostgres, objectsOf } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { analyzeText } from '../../support/analyze-text.ts'
import { largeModel } from '../../support/large-spec.ts'
import { readDiagram } from '../../support/mermaid.ts'
import { soundSpecs } from '../../support/sound-specs.ts'

const specs = [...soundSpecs()]

function filesOf(model: Model, folder: string = ''): readonly OutputFile[] {
  return [...diagramsEmitter.emit(model)].filter(({ path }) => path.startsWith(`diagrams/${folder}`))
}

function together(files: readonly OutputFile[]): string {
  return files.map(({ text }) => text).join('\n')
}

function modelOf(text: string): Model {
  const { diagnostics, model } = analyzeText(text)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (model === undefined) throw new Error('no model')
  return model
}

test('there are specs to draw', () => {
  expect(specs.map(([folder]) => folder)).toContain('spec')
  expect(specs.length).toBeGreaterThan(10)
})

describe.each(specs)('of %s', (_folder, model) => {
  test('every diagram parses and stays within what Mermaid draws', async () => {
    for (const { path, text } of filesOf(model)) {
      await readDiagram(text)
      expect(text.length, path).toBeLessThan(50_000)
      expect(text.split('\n').filter((line) => /(--|\.\.|-\.->|-->)/.test(line)).length, path).toBeLessThan(500)
      expect(text, path).toMatch(/[^\n]\n$/)
    }
  })

  test('no two files have one path, even where a disk ignores case', () => {
    const paths = filesOf(model).map(({ path }) => path.toLowerCase())
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('every table is drawn with all its columns in one diagram of its domain', async () => {
    const drawn = new Map<string, readonly string[]>()
    for (const { path, text } of filesOf(model, 'sql/')) {
      if (path === 'diagrams/sql/all.mmd') continue
      for (const [name, columns] of await attributesOf(text)) {
        if (columns.length > (drawn.get(name)?.length ?? -1)) drawn.set(name, columns)
      }
    }
    for (const { postgres } of inPostgres(model)) {
      expect(drawn.get(postgres.table.text)).toEqual(postgres.fields.map(({ physical }) => physical.text))
    }
  })

  test('every collection is drawn with all its fields, and every object it points to', async () => {
    const files = filesOf(model, 'nosql/')
    const drawn = new Map<string, readonly string[]>()
    for (const { text } of files) {
      for (const [name, fields] of await attributesOf(text)) {
        if (fields.length > (drawn.get(name)?.length ?? -1)) drawn.set(name, fields)
      }
    }
    for (const { mongo, name } of inMongo(model)) {
      expect(drawn.get(mongo.collection.text)).toEqual(['_id', ...mongo.fields.map(({ physical }) => physical.text)])
      for (const { type } of mongo.fields) {
        if (type.kind === 'key') expect(together(files)).toContain(`"${name}.${type.object} (S3)"`)
        if (type.kind === 'value') expect([...drawn.keys()]).toContain(`${type.valueType} (embedded)`)
      }
    }
  })

  test('every split entity, and every life cycle, has a picture', () => {
    const entities = (folder: string): readonly string[] => filesOf(model, folder).map(({ text }) => titleOf(text))
    for (const { name, split } of model.entities) {
      if (split) expect(entities('cross-store/')).toContain(`Where ${name} is stored`)
    }
    const cycles = inPostgres(model).filter(({ postgres }) => postgres.lifecycle !== undefined)
    expect([...entities('lifecycle/')].sort()).toEqual(cycles.map(({ name }) => `Life cycle of ${name}`).sort())
  })

  test('a life cycle has every state and every move, and no other', async () => {
    for (const { name, postgres } of inPostgres(model)) {
      if (postgres.lifecycle === undefined) continue
      const file = filesOf(model, 'lifecycle/').find(({ text }) => titleOf(text) === `Life cycle of ${name}`)
      const { names, shape } = await readDiagram(file?.text ?? '')
      const { moves } = shape as { readonly moves: readonly (readonly [number, number])[] }
      const found = moves.map(([from, to]) => `${names[from]} ${names[to]}`.replace(/(^| )_/g, '$1'))
      const { start, states } = postgres.lifecycle
      const wanted = [
        `root_start ${start}`,
        ...states.flatMap((state) => state.to.map(({ state: next }) => `${state.name} ${next}`)),
        ...states.filter(({ to }) => to.length === 0).map((state) => `${state.name} root_end`),
      ]
      expect([...found].sort()).toEqual([...wanted].sort())
    }
  })

  test('what is drawn across stores names the keys of the objects', async () => {
    const texts: string[] = []
    for (const { text } of filesOf(model, 'cross-store/')) texts.push(...(await readDiagram(text)).texts)
    const drawn = texts.join('\n')
    for (const { entity, object } of objectsOf(model)) {
      if (!entity.split) continue
      expect(drawn).toContain(`<b>${object.name}</b>`)
      expect(drawn).toContain(object.pathText)
    }
  })
})

function titleOf(text: string): string {
  return /^title: "(.*)"$/m.exec(text)?.[1] ?? ''
}

/** The names of the attributes of each box, as Mermaid reads them. */
async function attributesOf(text: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { names, shape, type } = await readDiagram(text)
  if (type !== 'er') return new Map()
  const { entities } = shape as { readonly entities: readonly [number, string, readonly [string, number][]][] }
  return new Map(
    entities.map(([name, , attributes]) => [
      names[name] ?? '',
      attributes.map(([, attribute]) => names[attribute] ?? ''),
    ]),
  )
}

describe('a spec too large for one picture', () => {
  test('has its tables and collections in parts, each of them once, none too large', async () => {
    const model = largeModel(130, 70)
    const files = filesOf(model)
    expect(files.map(({ path }) => path)).toContain('diagrams/sql/orders/1.mmd')
    expect(files.map(({ path }) => path)).toContain('diagrams/nosql/collections/1.mmd')
    const full: string[] = []
    for (const { path, text } of files) {
      await readDiagram(text)
      expect(text.length, path).toBeLessThan(50_000)
      if (path.endsWith('/all.mmd') || path.startsWith('diagrams/neighbours/')) continue
      for (const [name, attributes] of await attributesOf(text)) if (attributes.length > 3) full.push(name)
    }
    const wanted = model.entities.map(({ mongo, postgres }) => (postgres?.table ?? mongo?.collection)?.text ?? '')
    expect(full.sort()).toEqual([...wanted].sort())
  })

  test('keeps a very wide table legible to Mermaid', async () => {
    for (const { path, text } of filesOf(largeModel(2, 2, 900))) {
      await readDiagram(text)
      expect(text.length, path).toBeLessThan(50_000)
    }
  })

  test('grows with the spec, not with its square', () => {
    const size = (tables: number): number => together(filesOf(largeModel(tables, 0), 'sql/')).length
    expect(size(400)).toBeLessThan(2.5 * size(200))
  })
})

describe('names', () => {
  test('that fall together in kebab-case get files of their own', () => {
    const lifecycle = 'lifecycle: { field: state, start: open, allow: { open: [closed] } }'
    const model = modelOf(`enums: { State: [open, closed] }
entities:
  FooBar: { use: [base_fields], postgres: { table: one, fields: { state: { type: State, default: open } }, ${lifecycle} } }
  Foo_Bar: { use: [base_fields], postgres: { table: two, fields: { state: { type: State, default: open } }, ${lifecycle} } }`)
    expect(filesOf(model, 'lifecycle/').map(({ path }) => path)).toEqual([
      'diagrams/lifecycle/foo-bar.mmd',
      'diagrams/lifecycle/foo-bar-2.mmd',
    ])
  })
})
