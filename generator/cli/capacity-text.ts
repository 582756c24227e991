import { assertNever } from '../base/internal-error.ts'
import { counted, inGroups } from '../base/plural.ts'
import {
  type Amount,
  type CapacityReport,
  type PlaceReport,
  reportMonths,
  type StoreReport,
} from '../capacity/capacity-report.ts'
import type { Outgrowth } from '../capacity/outgrowth.ts'
import { horizonMonths } from '../capacity/thresholds.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { visible } from '../diagnostic/visible-text.ts'
import type { StoreName } from '../model/entity.ts'
import { type Column, table } from './table.ts'

/** How many places without a volume are named. */
const namedUnknown = 8

/** The capacity report for a person; ends with a newline. */
export function renderCapacity(report: CapacityReport, hasTenants: boolean, palette: Palette): string {
  const title = hasTenants ? `Capacity for ${counted(report.tenants, 'tenant')}` : 'Capacity'
  const parts = [
    `${palette.bold(title)}, from the volumes that the spec declares\n`,
    table(storeColumns, report.stores),
    ...(report.places.length === 0 ? [] : [`${palette.bold('Largest first')}\n${table(placeColumns, report.places)}`]),
    outgrowthText(report, hasTenants, palette),
  ]
  const unknown = unknownText(report)
  if (unknown !== '') parts.push(unknown)
  return parts.join('\n')
}

const storeColumns: readonly Column<StoreReport>[] = [
  { title: 'store', text: ({ store }) => storeTitle(store) },
  ...amountColumns<StoreReport>(),
  { title: '', text: note },
]

const placeColumns: readonly Column<PlaceReport>[] = [
  { title: 'entity', text: ({ entity }) => entity },
  { title: 'store', text: ({ store }) => storeTitle(store) },
  { title: 'where', text: ({ place }) => visible(place) },
  ...amountColumns<PlaceReport>(),
  { title: 'kept', text: ({ kept }) => kept },
]

function amountColumns<Row extends { readonly amounts: readonly Amount[] }>(): readonly Column<Row>[] {
  return reportMonths.flatMap((months, index): readonly Column<Row>[] => [
    { title: `records ${months} mo`, right: true, text: ({ amounts }) => countText(amounts[index]?.records ?? 0) },
    { title: `bytes ${months} mo`, right: true, text: ({ amounts }) => sizeText(amounts[index]?.bytes ?? 0) },
  ])
}

function note({ shareOfOneMachine, dollarsPerMonth }: StoreReport): string {
  if (dollarsPerMonth !== undefined) return `no limit; about $${countText(Math.ceil(dollarsPerMonth))} a month then`
  return shareOfOneMachine === undefined ? '' : `${percentText(shareOfOneMachine)} of one machine then`
}

function outgrowthText({ outgrowths, stores, tenants }: CapacityReport, hasTenants: boolean, palette: Palette): string {
  const [first, ...later] = outgrowths
  if (first !== undefined) {
    const lines = [`${palette.bold('Outgrows one machine first:')} ${described(first)}`]
    for (const outgrowth of later) lines.push(`then: ${described(outgrowth)}`)
    return `${lines.join('\n')}\n`
  }
  const nothing = `Nothing outgrows one machine within ${horizonMonths / 12} years.`
  const fullest = stores
    .map(({ store, shareOfOneMachine }) => ({ store, share: shareOfOneMachine ?? 0 }))
    .reduce((most, next) => (next.share > most.share ? next : most), { store: 's3', share: 0 })
  if (fullest.share === 0) return `${nothing}\n`
  const after = `after ${reportMonths[1]} months`
  const enough = roundUp(tenants / fullest.share)
  const then = hasTenants ? `; with about ${countText(enough)} tenants it would be full ${after}` : ''
  return `${nothing} Nearest is ${storeTitle(fullest.store)}: ${percentText(fullest.share)} ${after}${then}.\n`
}

/** To two digits: the figure is an estimate and should look like one. */
function roundUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.ceil(count / unit) * unit
}

function described({ store, table: name, month, limitBytes, reason, largest }: Outgrowth): string {
  const what = name === undefined ? storeTitle(store) : `the table ${visible(name)}`
  const parts = largest.map(({ place, share }) => `${visible(place)} ${percentText(share)}`).join(', ')
  const mostly = parts === '' ? '' : `\n  mostly ${parts}`
  return `${what}, ${sizeText(limitBytes)} in month ${month}\n  ${reason}${mostly}`
}

function unknownText({ unknown }: CapacityReport): string {
  if (unknown.length === 0) return ''
  const named = unknown.slice(0, namedUnknown).map(({ entity, place }) => `${entity} (${visible(place)})`)
  const more = unknown.length - named.length
  const rest = more === 0 ? '' : ` and ${countText(more)} more`
  return `Not counted, for want of a \`volume\`: ${named.join(', ')}${rest}\n`
}

function storeTitle(store: StoreName): string {
  switch (store) {
    case 'postgres':
      return 'PostgreSQL'
    case 'mongo':
      return 'MongoDB'
    case 's3':
      return 'S3'
    default:
      return assertNever(store)
  }
}

function countText(count: number): string {
  return inGroups(count)
}

function percentText(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%'
  return `${countText(Math.round(share * 100))}%`
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const

/** Bytes in powers of 1,000 with three digits: `1.25 GB`. */
function sizeText(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? String(Math.round(size)) : size.toPrecision(3)} ${units[unit]}`
}
