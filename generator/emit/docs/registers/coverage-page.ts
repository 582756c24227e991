import { inGroups } from '../../../base/plural.ts'
import { type CoverageItem, type CoverageKind, coverageKinds } from '../../../coverage/coverage-item.ts'
import {
  type CoverageOf,
  type CoverageReport,
  coverageReport,
  percentOf,
  type Share,
} from '../../../coverage/coverage-report.ts'
import { append } from '../../../figures/append.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { placeOf } from './subject-place.ts'

interface CoverageView {
  readonly trail: Inline
  readonly lead: Inline
  readonly kinds: Table | undefined
  readonly domains: Table | undefined
  readonly missing: readonly { readonly name: string; readonly items: readonly Inline[] }[]
  readonly rest: Inline
}

const template: Template<CoverageView> = templates.named<CoverageView>('register-coverage')
const page = 'coverage'

const kindWords: Readonly<Record<CoverageKind, string>> = {
  domain: 'Domains',
  entity: 'Entities',
  field: 'Fields',
  part: 'Reasons',
  object: 'Objects',
  state: 'States of life cycles',
  enum: 'Enums',
  value: 'Values of enums',
  shape: 'Shapes',
  mixin: 'Mixins',
  bucket: 'Buckets',
}

/** Missing things that are named before the others are only counted. */
const mostNamed = 500

/** What share of the spec is told in words, and what is not. */
export function coveragePage(site: Site): string {
  const report = coverageReport(site.model)
  return template.render({
    trail: trail(site, page, undefined, []),
    lead: leadOf(report.all),
    kinds: tableOf(
      [...report.kinds],
      [
        ['What', ([kind]) => kindWords[kind]],
        ['Told', ([, share]) => ofWords(share)],
        ['Share', ([, share]) => `${percentOf(share)}%`],
      ],
    ),
    domains: domainTable(site, report.domains),
    missing: missing(site, report),
    rest:
      report.missing.length > mostNamed
        ? [`And ${inGroups(report.missing.length - mostNamed)} more: `, code('stowage coverage'), ' lists them.']
        : '',
  })
}

function leadOf(all: Share): Inline {
  const { told, total } = all
  if (told === total) return `There is a word about each of ${inGroups(total)} things: 100%.`
  const rest = linkTo(page, 'about the others', { page, anchor: 'missing' })
  return [`There is a word about ${ofWords(all)} things, which is ${percentOf(all)}%, and none `, rest, '.']
}

function ofWords({ told, total }: Share): string {
  return `${inGroups(told)} of ${inGroups(total)}`
}

type DomainCoverage = CoverageReport['domains'][number]

function domainTable(site: Site, domains: readonly DomainCoverage[]): Table | undefined {
  const told = domains.filter(({ all }) => all.total > 0)
  return tableOf(told, [
    ['Domain', ({ domain }) => (domain === undefined ? 'Of no domain' : linkTo(page, domain, site.domainPage(domain)))],
    ['Share', ({ all }) => `${percentOf(all)}%`],
    ...coverageKinds
      .filter((kind) => kind !== 'domain')
      .map((kind) => [kindWords[kind], ({ kinds }: CoverageOf) => shareWords(kinds.get(kind))] as const),
  ])
}

function shareWords(share: Share | undefined): string {
  if (share === undefined) return ''
  return share.told === share.total ? inGroups(share.total) : ofWords(share)
}

function missing(site: Site, report: CoverageReport): CoverageView['missing'] {
  const byKind = new Map<CoverageKind, Inline[]>()
  for (const item of report.missing.slice(0, mostNamed)) append(byKind, item.kind, missingItem(site, item))
  return coverageKinds.flatMap((kind) => {
    const items = byKind.get(kind)
    return items === undefined ? [] : [{ name: kindWords[kind], items: inLines(items) }]
  })
}

function missingItem(site: Site, { name, subject }: CoverageItem): Inline {
  return linkTo(page, name, placeOf(site, subject))
}

/** A few names a line: a list of hundreds of lines is read by nobody. */
function inLines(items: readonly Inline[]): readonly Inline[] {
  const lines: Inline[] = []
  for (let at = 0; at < items.length; at += 8) lines.push(joined(items.slice(at, at + 8)))
  return lines
}
