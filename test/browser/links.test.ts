import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { codes } from '../../generator/diagnostic/codes.ts'
import type { Place } from '../../generator/emit/docs/site.ts'
import { siteOf } from '../../generator/emit/docs/site.ts'
import type { Field } from '../../generator/model/field.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { filesBelow } from '../support/temporary-folder.ts'
import { type HarvestedPage, harvest } from './harvest.ts'
import { brokenLinks } from './links.ts'

const page = (path: string, urls: readonly string[], ids: readonly string[] = []): HarvestedPage => ({
  path,
  title: '',
  language: 'en',
  ids,
  references: urls.map((url) => ({ tag: 'a', attribute: 'href', url })),
  headings: [],
  elements: {},
  handlers: [],
})

describe('the link check finds', () => {
  const faultsOf = (...pages: readonly HarvestedPage[]): readonly string[] =>
    brokenLinks(new Map(pages.map((one) => [one.path, one])), new Set(['index.html', 'page/index.html']), '/base/')

  test.each([
    ['missing/', '/base/missing/: no such file'],
    ['./#nowhere', '/base/#nowhere: no such anchor'],
    ['page/#nowhere', '/base/page/#nowhere: no such anchor'],
    ['/elsewhere/', '/elsewhere/: outside of the base'],
    ['javascript:alert(1)', 'javascript:alert(1): scheme javascript:'],
    ['http://[', 'http://[: no address'],
  ])('%s', (url, fault) => {
    expect(faultsOf(page('', [url]), page('page/', []))).toEqual([`/ -> ${fault}`])
  })

  test.each([
    'page/',
    'page/#there',
    '#here',
    '/base/page/#there',
    './',
    'https://example.com/',
    'mailto:a@example.com',
  ])('nothing wrong with %s', (url) => {
    expect(faultsOf(page('', [url], ['here']), page('page/', [], ['there']))).toEqual([])
  })

  test('what stands on several pages once', () => {
    expect(faultsOf(page('', ['/base/x/']), page('page/', ['../x/']))).toEqual([
      '/ and 1 more -> /base/x/: no such file',
    ])
  })

  test('what is loaded from another origin', () => {
    const loading = {
      ...page('', []),
      references: [{ tag: 'img', attribute: 'src', url: 'https://example.com/x.png' }],
    }
    expect(faultsOf(loading)).toEqual(['/ -> https://example.com/x.png: loaded from another origin'])
  })
})

describe('the site of the reference spec', { tags: ['full'] }, () => {
  const model = soundModel('spec')
  const site = siteOf(model)
  const under = siteUnderTest('reference', referenceSite)
  let pages: ReadonlyMap<string, HarvestedPage> = new Map()
  beforeAll(async () => {
    pages = await harvest(under.browser, under.built.folder)
  })

  const missing = (places: readonly Place[]): readonly string[] =>
    places.flatMap(({ anchor, page: name }) => {
      const ids = pages.get(`spec/${name}/`)?.ids
      if (ids === undefined) return [`spec/${name}/`]
      return anchor === undefined || ids.includes(anchor) ? [] : [`spec/${name}/#${anchor}`]
    })

  test('has no broken link, whether within a page or between two', () => {
    expect(pages.size).toBeGreaterThan(100)
    expect(brokenLinks(pages, new Set(filesBelow(under.built.folder)))).toEqual([])
  })

  test('gives no two things of a page one anchor', () => {
    const doubled = [...pages.values()].flatMap(({ ids, path }) =>
      ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`),
    )
    expect(doubled).toEqual([])
  })

  test('has a title of its own, a language and one first heading on every page', () => {
    const titles = [...pages.values()].map(({ title }) => title)
    expect(titles.filter((title, at) => title.trim() === '' || titles.indexOf(title) !== at)).toEqual([])
    expect([...pages.values()].filter(({ language }) => language !== 'en')).toEqual([])
    const odd = [...pages.values()].filter(({ elements }) => elements.h1 !== 1)
    expect(odd.map(({ elements, path }) => `${path}: ${elements.h1 ?? 0}`)).toEqual([])
  })

  test('has a page for each entity and domain', () => {
    expect(missing(model.entities.map(({ name }) => site.entity(name)))).toEqual([])
    expect(missing(model.domains.map(({ name }) => site.domainPage(name)))).toEqual([])
    const entityPages = [...pages.keys()].filter((path) => /^spec\/entities\/./.test(path))
    expect(entityPages).toHaveLength(model.entities.length)
  })

  test('has an anchor for each field, object, life cycle, enum, value, shape and bucket', () => {
    const fields = (entity: string, part: 'postgres' | 'mongo', all: readonly Field[] = []): readonly Place[] =>
      all.map(({ name }) => site.field(entity, part, name))
    const places = [
      ...model.entities.flatMap(({ mongo, name, postgres, s3 }) => [
        ...fields(name, 'postgres', postgres?.fields),
        ...fields(name, 'mongo', mongo?.fields),
        ...(s3?.objects ?? []).map((object) => site.object(name, object.name)),
        ...(postgres?.lifecycle === undefined ? [] : [site.lifecycle(name)]),
      ]),
      ...model.enums.flatMap(({ name, values }) => [
        site.enum(name),
        ...values.map((value) => site.enumValue(name, value.name)),
      ]),
      ...model.valueTypes.flatMap(({ fields: inner, name }) => [
        site.valueType(name),
        ...inner.map((field) => site.valueTypeField(name, field.name)),
      ]),
      ...(model.project.stores.s3?.buckets ?? []).map(({ name }) => site.bucket(name)),
    ]
    expect(places.length).toBeGreaterThan(500)
    expect(missing(places)).toEqual([])
  })

  test('has a page for each code that a report can have', () => {
    expect(codes.filter((code) => !pages.has(`rules/${code}/`))).toEqual([])
  })

  test('says the same of what the explorer draws: each entity leads to a page that is there', () => {
    const text = readFileSync(join(under.built.folder, 'explorer/graph.json'), 'utf8')
    const { entities } = JSON.parse(text) as { readonly entities: readonly { readonly page: string }[] }
    expect(entities.map(({ page: path }) => path).filter((path) => !pages.has(path))).toEqual([])
    expect(entities).toHaveLength(model.entities.length)
  })
})
