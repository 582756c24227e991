import { existsSync, globSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import type { DocLinks } from '../../generator/diagnostic/doc-links.ts'
import { docsEmitter } from '../../generator/emit/docs/index.ts'
import type { SpecDocument } from '../../generator/front/node.ts'
import { parse } from '../../generator/front/parse.ts'
import type { Model } from '../../generator/model/model.ts'
import { docLinksOf } from '../../generator/site/doc-links.ts'
import { routeOf, ruleRoute } from '../../generator/site/route.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { readPage } from '../support/markdown-site.ts'

const url = 'https://docs.example.com/'

function published(model: Model): Model {
  return { ...model, project: { ...model.project, docs: { url } } }
}

interface Linked {
  readonly model: Model
  readonly links: readonly (DocLinks & { readonly text: string })[]
}

/** Every finding of a spec with where it leads, and the text that it points at. */
function linksIn(files: readonly SourceFile[]): Linked | undefined {
  const { diagnostics, model } = analyze(files)
  if (model === undefined) return undefined
  const documents = new Map<SourceFile, SpecDocument | undefined>(
    files.map((file) => [file, parse(file, () => undefined)]),
  )
  const linksOf = docLinksOf(published(model), documents)
  if (linksOf === undefined) throw new Error('it is published')
  const textOf = (start: number, end: number, file: SourceFile): string => file.text.slice(start, end)
  return {
    model,
    links: diagnostics.map((diagnostic) => ({
      ...linksOf(diagnostic),
      text:
        diagnostic.span === undefined ? '' : textOf(diagnostic.span.start, diagnostic.span.end, diagnostic.span.file),
    })),
  }
}

/** The addresses that the pages of a spec have on the site. */
function addressesOf(model: Model): ReadonlySet<string> {
  return new Set(
    [...docsEmitter.emit(model)].flatMap((file) => {
      const { anchors, path } = readPage(file)
      const page = `${url}spec/${path.replace(/^docs\//, '').replace(/[.]md$/, '')}/`
      return [page, ...anchors.map((anchor) => `${page}#${anchor}`)]
    }),
  )
}

const ruleCases = globSync('test/rules/*/*/invalid').sort()
const mistakes = globSync('test/cases/mistake-*/spec/stowage.yaml').map((path) => dirname(path))

/** Fails where a finding of a spec leads to a page, or to a place on one, that is not there. */
function expectPages(folder: string): void {
  const linked = linksIn(sourcesIn(folder))
  if (linked === undefined) return
  const addresses = addressesOf(linked.model)
  for (const { rule, subject, text } of linked.links) {
    expect(existsSync(`docs/rules/${rule.slice(`${url}rules/`.length, -1)}.md`), rule).toBe(true)
    if (subject !== undefined) expect(addresses, `${folder}: ${text}`).toContain(subject)
  }
}

test('there are mistakes to link', () => {
  expect(ruleCases.length).toBeGreaterThan(50)
  expect(mistakes.length).toBeGreaterThan(30)
})

test.each(ruleCases)('the findings of %s lead to pages that are there', (folder) => {
  expectPages(folder)
})

test('so do those of mistakes that keep a spec from compiling', { tags: ['full'] }, () => {
  for (const folder of mistakes) expectPages(folder)
})

test('nearly every finding of a rule knows what it is about', () => {
  const all = globSync('test/rules/*/*/invalid').flatMap((folder) => linksIn(sourcesIn(folder))?.links ?? [])
  const known = all.filter(({ subject }) => subject !== undefined)
  expect(known.length / all.length).toBeGreaterThan(0.9)
})

describe('what a finding is about', () => {
  const files = sourcesIn('test/cases/documented/spec')
  const { model } = analyze(files)
  if (model === undefined) throw new Error('it is sound')
  const documents = new Map<SourceFile, SpecDocument | undefined>(
    files.map((file) => [file, parse(file, () => undefined)]),
  )
  const linksOf = docLinksOf(published(model), documents)

  /** Where a finding at the first place of a text in a file leads to. */
  function subjectOf(path: string, text: string): string | undefined {
    const file = files.find((candidate) => candidate.path === path)
    const start = file?.text.indexOf(text) ?? -1
    if (file === undefined || start === -1) throw new Error(`${path} does not hold ${text}`)
    const span = { file, start, end: start + text.length }
    return linksOf?.({ code: 'naming/column', severity: 'error', message: 'm', span }).subject?.slice(
      `${url}spec/`.length,
    )
  }

  test.each([
    ['areas/samples.yaml', 'Samples', 'domains/samples/'],
    ['areas/samples.yaml', 'Sample:', 'entities/sample/'],
    ['areas/samples.yaml', 'counted by status', 'entities/sample/#table'],
    ['areas/samples.yaml', 'urgency:', 'entities/sample/#column-urgency'],
    ['areas/samples.yaml', 'default: routine', 'entities/sample/#column-urgency'],
    ['areas/samples.yaml', '[status, created_on desc]', 'entities/sample/#table'],
    ['areas/samples.yaml', 'allow:', 'entities/sample/#life-cycle'],
    ['areas/samples.yaml', '[received, spoiled]', 'entities/sample/#life-cycle'],
    ['areas/samples.yaml', 'collection: sample_readings', 'entities/sample/#collection'],
    ['areas/samples.yaml', 'remark:', 'entities/sample/#field-remark'],
    ['areas/samples.yaml', 'samples/{ref_id}', 'entities/sample/#object-finding'],
    ['areas/samples.yaml', 'SampleStatus:', 'enums/#enum-sample-status'],
    ['areas/samples.yaml', 'received: In the', 'enums/#enum-sample-status--received'],
    ['areas/samples.yaml', 'substance:', 'shapes/#shape-reading--substance'],
    ['base.yaml', 'today, at_once', 'enums/#enum-urgency--today'],
    ['base.yaml', 'Urgency', 'enums/#enum-urgency'],
    ['base.yaml', 'Address:', 'shapes/#shape-address'],
    ['base.yaml', 'role: mutable', 'fields/#mixin-mutable-fields'],
    ['base.yaml', 'deleted_by', 'fields/#name-deleted-by'],
    ['stowage.yaml', 'images:', 's3/#bucket-images'],
    ['stowage.yaml', 'tenancy:', undefined],
    ['base.yaml', 'enums:', undefined],
  ])('%s at %s is at %s', (path, text, subject) => {
    expect(subjectOf(path, text)).toBe(subject)
  })
})

test('routes are what was promised for good', () => {
  expect(routeOf({ page: 'entities/sample' })).toBe('spec/entities/sample/')
  expect(routeOf({ page: 'enums', anchor: 'enum-sex--male' })).toBe('spec/enums/#enum-sex--male')
  expect(ruleRoute('naming/column')).toBe('rules/naming/column/')
})

test('without an address there are no links', () => {
  const { model } = analyze(sourcesIn('test/cases/clinic/spec'))
  expect(model !== undefined && docLinksOf(model, new Map())).toBe(undefined)
})
