import type { Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { diagramsEmitter } from '../../../generator/emit/diagrams/index.ts'
import { docsEmitter } from '../../../generator/emit/docs/index.ts'
import type { OutputFile } from '../../../generator/emit/emitter.ts'
import { inMongo, inPostgres, objectsOf } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { hubModel, largeModel } from '../../support/large-spec.ts'
import { brokenLinks, readPage, targetOf } from '../../support/markdown-site.ts'
import { soundSpecs } from '../../support/sound-specs.ts'
import { withDrawings } from '../../support/with-drawings.ts'
import { type Pages, sectionOf, textOf } from './sections.ts'

const specs = [...soundSpecs()]

function all(files: Pages): string {
  return files.map(({ text }) => text).join('\n')
}

/** The files that a page may link to: with drawings, those of each diagram too. */
function published(model: Model, files: Pages): ReadonlySet<string> {
  const known = new Set(files.map(({ path }) => path))
  if (!model.project.output.drawings) return known
  for (const { path } of files) {
    if (!path.endsWith('.mmd')) continue
    known.add(path.replace(/mmd$/, 'svg')).add(path.replace(/mmd$/, 'dark.svg'))
  }
  return known
}

/** The bars of a row: a bar behind a backslash or within a code of HTML is none. */
function barsOf(line: string): number {
  return line.startsWith('|') ? line.replace(/\\\|/g, '').split('|').length : 0
}

test('there are specs to tell of', () => {
  expect(specs.map(([folder]) => folder)).toContain('spec')
  expect(specs.length).toBeGreaterThan(10)
})

describe.each(specs)('of %s', (_folder, model) => {
  const files = [...docsEmitter.emit(model)]
  const pages = files.map(readPage)
  const pictures = [...diagramsEmitter.emit(model)]

  test('every link resolves, and every anchor is one', () => {
    const known = published(model, [...files, ...pictures])
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(5)
    expect(brokenLinks(pages, known)).toEqual([])
    for (const { anchors, path } of pages) expect(new Set(anchors).size, path).toBe(anchors.length)
  })

  test('every page can be reached from the overview', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]))
    const reached = new Set(['docs/overview.md'])
    for (const path of reached) {
      const page = byPath.get(path)
      for (const link of page?.links ?? []) if (page !== undefined) reached.add(targetOf(page, link).path)
    }
    for (const { path } of files) expect(reached).toContain(path)
  })

  test('the rows of a table have as many cells as its head', () => {
    for (const { text } of files) {
      let head = 0
      for (const line of text.replace(/```mermaid\n[\s\S]*?\n```/g, '').split('\n')) {
        const bars = barsOf(line)
        if (bars > 0 && head > 0) expect(bars, line).toBe(head)
        head = bars
      }
    }
  })

  test('every diagram within a page is one of the files, to the letter', () => {
    const texts = new Set(pictures.map(({ text }) => text))
    for (const { diagrams } of pages) for (const diagram of diagrams) expect(texts).toContain(diagram)
  })

  test('no section is empty, and nothing is said not to apply', () => {
    for (const { path, tokens } of pages) {
      const blocks = tokens.filter(({ raw, type }) => type !== 'space' && !/^<a id="[^"]*"><\/a>\s*$/.test(raw))
      blocks.forEach((block, index) => {
        if (block.type !== 'heading') return
        const next: Token | undefined = blocks[index + 1]
        const deeper = next?.type === 'heading' && next.depth > block.depth
        expect(next !== undefined && (next.type !== 'heading' || deeper), `${path}: ${block.raw}`).toBe(true)
      })
    }
    expect(all(files)).not.toMatch(/\bN\/A\b|undefined|\[object|null(?!\s*})/)
  })

  test('every entity and every domain has a page, which names its source', () => {
    const byTitle = new Map(files.map((file) => [file.text.split('\n')[0], file]))
    for (const { about, name } of model.entities) {
      const page = byTitle.get(`# ${name}`) ?? files.find(({ sources }) => sources[0] === name)
      expect(page?.sources, name).toEqual([name])
      expect(page?.path).toMatch(/^docs\/entities\/[a-z0-9-]+\.md$/)
      if (about !== undefined && /^[A-Za-z ]+$/.test(about)) expect(page?.text).toContain(about)
    }
    expect(files.filter(({ path }) => path.startsWith('docs/entities/'))).toHaveLength(model.entities.length)
    expect(files.filter(({ path }) => path.startsWith('docs/domains/'))).toHaveLength(model.domains.length)
  })

  test('every table is told with all its columns, each by an anchor of its own', () => {
    for (const { name, postgres } of inPostgres(model)) {
      const section = sectionOf(files, name, 'table')
      expect(section).toContain(`## Table \`${postgres.table.text}\``)
      expect(section.match(/<a id="column-/g)).toHaveLength(postgres.fields.length)
      for (const { physical } of postgres.fields) {
        expect(section.split(`"></a>\`${physical.text}\` |`), physical.text).toHaveLength(2)
      }
      for (const { name: index } of [...postgres.uniques, ...postgres.indexes]) {
        expect(section).toContain(`| \`${index.text}\` |`)
      }
    }
  })

  test('every collection is told with all its fields, each by an anchor of its own', () => {
    for (const { mongo, name } of inMongo(model)) {
      const section = sectionOf(files, name, 'collection')
      expect(section).toContain(`## Collection \`${mongo.collection.text}\``)
      expect(section.match(/<a id="field-/g) ?? []).toHaveLength(mongo.fields.length)
      for (const { physical } of mongo.fields) {
        expect(section.split(`"></a>\`${physical.text}\` |`), physical.text).toHaveLength(2)
      }
      for (const { name: index } of [...mongo.uniques, ...mongo.indexes]) {
        expect(section).toContain(`| \`${index.text}\` |`)
      }
    }
  })

  test('every object and bucket is told', () => {
    for (const { entity, object } of objectsOf(model)) {
      const text = textOf(files, entity.name)
      expect(text).toContain(`## Object \`${object.name}\``)
      expect(text).toContain(object.pathText)
      expect(text).toContain(`\`${object.contentType}\``)
    }
    for (const { env, name } of model.project.stores.s3?.buckets ?? []) {
      expect(all(files)).toContain(`\`${name}\` | \`${env}\``)
    }
  })

  test('the pages of the stores have a line for each of their parts', () => {
    const page = (name: string): string => files.find(({ path }) => path === `docs/${name}.md`)?.text ?? ''
    for (const { postgres } of inPostgres(model)) expect(page('postgres')).toContain(`| [\`${postgres.table.text}\`](`)
    for (const { mongo } of inMongo(model)) expect(page('mongo')).toContain(`| [\`${mongo.collection.text}\`](`)
    for (const { object } of objectsOf(model)) expect(page('s3')).toContain(`| [\`${object.name}\`](`)
  })

  test('the overview and the domain say where each entity is', () => {
    const overview = files.find(({ path }) => path === 'docs/overview.md')?.text ?? ''
    for (const { domain, name } of model.entities) {
      expect(overview).toContain(`| [${name}](entities/`)
      const key = model.byName.domains.get(domain)?.key
      expect(files.find(({ path }) => path === `docs/domains/${key}.md`)?.text).toContain(`| [${name}](../entities/`)
    }
  })
})

test('pages grow with the spec, not with its square', () => {
  const size = (model: Model): number => all([...docsEmitter.emit(model)]).length
  expect(size(largeModel(400, 20))).toBeLessThan(2.5 * size(largeModel(200, 10)))
})

test('the page of what everything refers to grows with that alone', () => {
  const hub = (referrers: number): number => {
    const files = [...docsEmitter.emit(hubModel(referrers))]
    return files.reduce((sum, { text }) => sum + text.length, 0)
  }
  expect(hub(400)).toBeLessThan(2.5 * hub(200))
})

describe('with drawings', () => {
  const drawn = withDrawings(soundModel('spec'), true)
  const files = [...docsEmitter.emit(drawn)]
  const pages = files.map(readPage)
  const pictures = [...diagramsEmitter.emit(drawn)]

  test('a page shows pictures for light and dark, says what is in them, and links to their text', () => {
    const known = published(drawn, [...files, ...pictures])
    expect(brokenLinks(pages, known)).toEqual([])
    expect(all(files)).not.toContain('```mermaid')
    const shown = new Set(pages.flatMap((page) => page.images.map((image) => targetOf(page, image).path)))
    for (const { path } of pictures) {
      expect(shown).toContain(path.replace(/\.mmd$/, '.svg'))
      expect(shown).toContain(path.replace(/\.mmd$/, '.dark.svg'))
    }
    for (const { alternatives, images } of pages) {
      expect(images).toHaveLength(2 * alternatives.length)
      for (const text of alternatives) expect(text).toMatch(/^Diagram: .+\.$/)
    }
  })

  test('a picture is a block of its own', () => {
    const lines = all(files).split('\n')
    const at = lines.flatMap((line, index) => (line.includes('<picture>') ? [index] : []))
    expect(at.length).toBeGreaterThan(20)
    for (const index of at) {
      expect(lines[index]).toMatch(/^<picture>.*<\/picture>$/)
      expect([lines[index - 1], lines[index + 1]]).toEqual(['', ''])
      expect(lines[index + 2]).toMatch(/^\[Text of this diagram\]\(/)
    }
  })
})

test('every picture is shown on a page', () => {
  const model = withDrawings(soundModel('spec'), false)
  const shown = new Set([...docsEmitter.emit(model)].map(readPage).flatMap(({ diagrams }) => diagrams))
  const left = [...diagramsEmitter.emit(model)].filter(({ text }: OutputFile) => !shown.has(text))
  expect(left.map(({ path }) => path)).toEqual([])
})
