import { describe, expect, test } from 'vitest'
import { analyze } from '../../../generator/analyze.ts'
import { diagramsEmitter } from '../../../generator/emit/diagrams/index.ts'
import { docsEmitter } from '../../../generator/emit/docs/index.ts'
import { figuresOf } from '../../../generator/figures/figures.ts'
import { brokenLinks, readPage } from '../../support/markdown-site.ts'
import { syntheticSpec } from '../../support/synthetic-spec.ts'
import { withDrawings } from '../../support/with-drawings.ts'

describe('of a spec whose pictures come in parts', () => {
  const analysed = analyze(syntheticSpec(200)).model
  if (analysed === undefined) throw new Error('no model')
  const model = withDrawings(analysed, false)
  const files = [...docsEmitter.emit(model)]
  const pages = files.map(readPage)
  const pictures = [...diagramsEmitter.emit(model)]

  test('the map of the stores is shown by the pages of the domains, and the overview leads there', () => {
    const maps = figuresOf(model).storeMap
    expect(maps.length).toBeGreaterThan(1)
    const overview = files.find(({ path }) => path === 'docs/overview.md')?.text ?? ''
    for (const { text, title } of maps) {
      expect(overview).toContain(`[${title}](domains/`)
      expect(pages.filter(({ diagrams }) => diagrams.includes(text)).map(({ path }) => path)).toEqual([
        expect.stringMatching(/^docs\/domains\//),
      ])
    }
  })

  test('every picture is on a page, and every link resolves', () => {
    const shown = new Set(pages.flatMap(({ diagrams }) => diagrams))
    expect(pictures.filter(({ text }) => !shown.has(text)).map(({ path }) => path)).toEqual([])
    expect(brokenLinks(pages, new Set([...files, ...pictures].map(({ path }) => path)))).toEqual([])
  })

  test('an entity names each of its pictures', () => {
    for (const figure of [...figuresOf(model).sqlByDomain.values()].flat()) {
      for (const name of figure.sources) {
        const page = files.find(({ path, sources }) => path.startsWith('docs/entities/') && sources[0] === name)
        expect(page?.text).toContain(`[${figure.title}](../domains/`)
      }
    }
  })
})
