import { counted, inGroups } from '../base/plural.ts'
import type { CoverageItem, CoverageKind } from '../coverage/coverage-item.ts'
import { type CoverageOf, type CoverageReport, percentOf, reaches, type Share } from '../coverage/coverage-report.ts'
import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { visible } from '../diagnostic/visible-text.ts'
import { type Column, table } from './table.ts'

/** Missing things that are named before the others are only counted. */
const mostNamed = 20

/** The coverage of a spec for a person; ends with a newline. */
export function renderCoverage(report: CoverageReport, min: number | undefined, palette: Palette): string {
  const parts = [
    `${palette.bold('Documentation coverage')}: what the spec says a word about\n`,
    table(kindColumns(palette), [...[...report.kinds].map(kindRow), { title: 'all', share: report.all }]),
    table(domainColumns(palette), report.domains.filter(({ all }) => all.total > 0).map(domainRow)),
  ]
  if (report.missing.length > 0) parts.push(missingText(report, palette))
  parts.push(verdict(report.all, min, palette))
  return parts.join('\n')
}

interface Row {
  readonly title: string
  readonly share: Share
}

const kindTitles: Readonly<Record<CoverageKind, string>> = {
  domain: 'domains',
  entity: 'entities',
  field: 'fields',
  part: 'reasons (`why`)',
  object: 'objects',
  state: 'states',
  enum: 'enums',
  value: 'values of enums',
  shape: 'value types',
  mixin: 'mixins',
  bucket: 'buckets',
}

function kindRow([kind, share]: readonly [CoverageKind, Share]): Row {
  return { title: kindTitles[kind], share }
}

function domainRow({ all, domain }: CoverageOf & { readonly domain?: string }): Row {
  return { title: domain === undefined ? '(no domain)' : visible(domain), share: all }
}

function kindColumns(palette: Palette): readonly Column<Row>[] {
  return columns('what', palette)
}

function domainColumns(palette: Palette): readonly Column<Row>[] {
  return columns('domain', palette)
}

function columns(title: string, palette: Palette): readonly Column<Row>[] {
  return [
    { title, text: (row) => row.title },
    { title: 'told', right: true, text: ({ share }) => inGroups(share.told) },
    { title: 'of', right: true, text: ({ share }) => inGroups(share.total) },
    {
      title: 'share',
      right: true,
      text: ({ share }) => `${percentOf(share)}%`,
      tint: (text, { share }) => (share.told === share.total ? text : palette.yellow(text)),
    },
  ]
}

function missingText({ missing }: CoverageReport, palette: Palette): string {
  const lines = new SourceLines()
  const named = missing.slice(0, mostNamed).map((item) => ({ item, place: placeText(item, lines) }))
  const rest = missing.length - named.length
  const list = table(
    [
      { title: 'missing', text: ({ item }) => `${nouns[item.kind]} ${visible(item.name)}` },
      { title: 'where', text: ({ place }) => place, tint: palette.dim },
    ],
    named,
  )
  return rest === 0 ? list : `${list}and ${inGroups(rest)} more: --format json names all of them\n`
}

function placeText({ span }: CoverageItem, lines: SourceLines): string {
  const { column, line } = lines.position(span.file, span.start)
  return `${visible(span.file.path)}:${line}:${column}`
}

const nouns: Readonly<Record<CoverageKind, string>> = {
  domain: 'domain',
  entity: 'entity',
  field: 'field',
  part: '`why` of',
  object: 'object',
  state: 'state',
  enum: 'enum',
  value: 'value',
  shape: 'value type',
  mixin: 'mixin',
  bucket: 'bucket',
}

function verdict(all: Share, min: number | undefined, palette: Palette): string {
  const share = `${percentOf(all)}% of ${counted(all.total, 'thing')}`
  if (min === undefined) return `${share}\n`
  return reaches(all, min)
    ? `${palette.green(share)}, at least ${min}% asked for\n`
    : `${palette.red(share)}, less than the ${min}% asked for\n`
}
