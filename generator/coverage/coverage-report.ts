import { byCodeUnit } from '../base/order.ts'
import { recallingRuns } from '../model/groups.ts'
import type { Model } from '../model/model.ts'
import { type CoverageItem, type CoverageKind, coverageKinds } from './coverage-item.ts'
import { itemsOfDomains, itemsOfEntity, itemsOfTypes } from './coverage-items.ts'

/** How many of so many things are told of. */
export interface Share {
  readonly told: number
  readonly total: number
}

/** What share of a group of things is told of: in all, and of each kind that there is. */
export interface CoverageOf {
  readonly all: Share
  readonly kinds: ReadonlyMap<CoverageKind, Share>
}

/** How much of a spec is told in words. */
export interface CoverageReport extends CoverageOf {
  /** By name; last, without a name, what is declared in no domain. */
  readonly domains: readonly (CoverageOf & { readonly domain?: string })[]
  /** What nobody has said a word about, in the order of the model: a page must not show how the files are called. */
  readonly missing: readonly CoverageItem[]
}

/** What was found in some of the spec. */
interface Found {
  readonly byDomain: ReadonlyMap<string | undefined, Tally>
  readonly missing: readonly CoverageItem[]
}

const recalled = recallingRuns<Found>()

/** Pure: from the words that the spec has. */
export function coverageReport(model: Model): CoverageReport {
  const byDomain = new Map<string | undefined, Tally>(model.domains.map(({ name }) => [name, new Tally()]))
  const missing: CoverageItem[] = []
  const all = [
    foundIn(itemsOfDomains(model)),
    ...recalled(model, [], (entities) => foundIn(entities.flatMap((entity) => itemsOfEntity(model, entity)))),
    foundIn(itemsOfTypes(model)),
  ]
  for (const found of all) {
    for (const [domain, tally] of found.byDomain) {
      const known = byDomain.get(domain) ?? new Tally()
      byDomain.set(domain, known)
      known.addAll(tally)
    }
    for (const item of found.missing) missing.push(item)
  }
  const whole = new Tally()
  for (const tally of byDomain.values()) whole.addAll(tally)
  return {
    ...whole.sum(),
    domains: [...byDomain].map(([domain, tally]) => ({ ...(domain === undefined ? {} : { domain }), ...tally.sum() })),
    missing,
  }
}

function foundIn(items: readonly CoverageItem[]): Found {
  const byDomain = new Map<string | undefined, Tally>()
  for (const item of items) {
    const tally = byDomain.get(item.domain) ?? new Tally()
    byDomain.set(item.domain, tally)
    tally.add(item.kind, item.told ? 1 : 0, 1)
  }
  return { byDomain, missing: items.filter(({ told }) => !told) }
}

/** A share in percent with one digit, never rounded up: 100 says that nothing is missing. */
export function percentOf({ told, total }: Share): number {
  return total === 0 ? 100 : Math.floor((told * 1000) / total) / 10
}

/** Whether a share reaches so many percent. Without rounding: 94.99 is not 95. */
export function reaches({ told, total }: Share, percent: number): boolean {
  return told * 100 >= percent * total
}

class Tally {
  readonly #kinds = new Map<CoverageKind, { told: number; total: number }>()

  add(kind: CoverageKind, told: number, total: number): void {
    const share = this.#kinds.get(kind) ?? { told: 0, total: 0 }
    share.total += total
    share.told += told
    this.#kinds.set(kind, share)
  }

  addAll(other: Tally): void {
    for (const [kind, { told, total }] of other.#kinds) this.add(kind, told, total)
  }

  sum(): CoverageOf {
    const kinds = new Map<CoverageKind, Share>()
    const all = { told: 0, total: 0 }
    for (const kind of coverageKinds) {
      const share = this.#kinds.get(kind)
      if (share === undefined) continue
      kinds.set(kind, share)
      all.told += share.told
      all.total += share.total
    }
    return { all, kinds }
  }
}

/** The same report with what is missing in the order of the files and of the places in them, for who mends it. */
export function inOrderOfFiles(report: CoverageReport): CoverageReport {
  return { ...report, missing: [...report.missing].sort(inFiles) }
}

function inFiles(a: CoverageItem, b: CoverageItem): number {
  return byCodeUnit(a.span.file.path, b.span.file.path) || a.span.start - b.span.start
}
