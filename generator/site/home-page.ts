import { words } from '../base/casing.ts'
import { counted } from '../base/plural.ts'
import { figuresOf } from '../figures/figures.ts'
import { inMongo, inPostgres, objectsOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import { htmlAttribute, mdText } from '../print/markdown/escape.ts'
import type { SitePage } from './page.ts'

/** What the site is called where no handwritten page says it: the project's name as a title. */
export function siteTitle(model: Model): string {
  const title = words(model.project.name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
  return title === '' ? model.project.name : title
}

/** The first page of a spec without one of its own: what it is, how much there is, the map of the stores, ways in. */
export function homePage(model: Model, titles: ReadonlySet<string>, base: string, explorer: boolean): SitePage {
  const { about, output } = model.project
  const [map] = figuresOf(model).storeMap
  const picture =
    map === undefined
      ? []
      : [
          '## The stores',
          `<picture><source media="(prefers-color-scheme: dark)" srcset="../diagrams/${map.path}.dark.svg"><img src="../diagrams/${map.path}.svg" alt="Map of the stores and of what leads from one to another."></picture>`,
        ]
  const text = [
    `# ${mdText(siteTitle(model))}`,
    ...(about === undefined ? [] : [mdText(about)]),
    countsHtml(model),
    '## Where does it live?',
    cardsHtml(model, titles, base, explorer),
    ...picture,
  ].join('\n\n')
  // As if it lay among the generated pages, from where pictures are linked.
  return { path: `${output.root}/docs/index.md`, text, route: '', kind: 'home' }
}

function countsHtml(model: Model): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [model.entities.length, 'entity', ''],
    [inPostgres(model).length, 'table', 'postgres'],
    [inMongo(model).length, 'collection', 'mongo'],
    [objectsOf(model).length, 'object', 's3'],
    [model.domains.length, 'domain', ''],
  ]
  const items = counts.flatMap(([count, noun, store]) => {
    if (count === 0) return []
    const [number = '', ...rest] = counted(count, noun).split(' ')
    const name = { postgres: ' in PostgreSQL', mongo: ' in MongoDB', s3: ' in S3' }[store] ?? ''
    return [
      `<li${store === '' ? '' : ` data-store="${store}"`}><strong>${number}</strong> ${rest.join(' ')}${name}</li>`,
    ]
  })
  return `<ul class="counts not-content">${items.join('')}</ul>`
}

interface Card {
  readonly title: string
  readonly text: string
  readonly route: string
}

function cardsHtml(model: Model, titles: ReadonlySet<string>, base: string, explorer: boolean): string {
  const cards: readonly Card[] = [
    ...(explorer
      ? [{ title: 'Explorer', text: 'Everything on one map: pan, search, filter.', route: 'explorer/' }]
      : []),
    { title: 'Overview', text: 'What there is, by domain, and how it hangs together.', route: 'spec/overview/' },
    { title: 'What is where, and why', text: 'Every entity, its stores and the reasons.', route: 'spec/placement/' },
    { title: 'Fields', text: 'Every name of a column or key, and where it is used.', route: 'spec/fields/' },
    { title: 'Enums', text: 'What each value means.', route: 'spec/enums/' },
    {
      title: 'Personal data',
      text: 'What is classified, where, and how long it is kept.',
      route: 'spec/personal-data/',
    },
  ].filter(({ route }) => route === 'explorer/' || titles.has(route))
  const domains = model.domains.map(
    ({ about, key, name }): Card => ({ title: name, text: about ?? '', route: `spec/domains/${key}/` }),
  )
  const list = (items: readonly Card[], name: string): string =>
    `<ul class="cards not-content ${name}">${items.map((card) => cardHtml(card, base)).join('')}</ul>`
  const known = domains.filter(({ route }) => titles.has(route))
  return [list(cards, 'ways'), ...(known.length === 0 ? [] : ['## Domains', list(known, 'domains')])].join('\n\n')
}

function cardHtml({ route, text, title }: Card, base: string): string {
  const words = text === '' ? '' : `<span>${htmlAttribute(text)}</span>`
  return `<li><a href="${htmlAttribute(`${base}${route}`)}"><strong>${htmlAttribute(title)}</strong>${words}</a></li>`
}
