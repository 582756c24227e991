import { groupedBy } from './grouped-by.ts'
import type { Outcome, StoreName } from './proof.ts'

/** What the tests of one store found, for machines. */
export interface StoreReport {
  readonly store: StoreName
  /** Which server, which version. */
  readonly server: string
  readonly guarantees: readonly GuaranteeCount[]
  readonly failed: readonly Outcome[]
  readonly skipped: readonly Outcome[]
  /** What was made and could not be removed, in words. */
  readonly leftBehind: readonly string[]
}

export interface GuaranteeCount {
  readonly guarantee: string
  readonly proved: number
  readonly failed: number
  readonly skipped: number
  /** The entities for which everything that was tried holds. */
  readonly entities: number
}

export function reportOf(
  store: StoreName,
  server: string,
  outcomes: readonly Outcome[],
  leftBehind: readonly string[],
): StoreReport {
  const guarantees = [...groupedBy(outcomes, ({ guarantee }) => guarantee)].map(([guarantee, all]) => ({
    guarantee,
    ...countOf(all),
    entities: [...groupedBy(all, ({ entity = '' }) => entity)].filter(
      ([entity, own]) => entity !== '' && own.every(({ outcome }) => outcome === 'proved'),
    ).length,
  }))
  return {
    store,
    server,
    guarantees,
    failed: outcomes.filter(({ outcome }) => outcome === 'failed'),
    skipped: outcomes.filter(({ outcome }) => outcome === 'skipped'),
    leftBehind,
  }
}

function countOf(outcomes: readonly Outcome[]): Omit<GuaranteeCount, 'guarantee' | 'entities'> {
  const count = (wanted: Outcome['outcome']): number => outcomes.filter(({ outcome }) => outcome === wanted).length
  return { proved: count('proved'), failed: count('failed'), skipped: count('skipped') }
}

/** Stores as they call themselves. */
export const titles: Readonly<Record<StoreName, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB', s3: 'S3' }

/** The report as a table for the terminal, with every failure and every reason for skipping below it. */
export function reportText(report: StoreReport): string {
  const rows = report.guarantees.map(({ guarantee, proved, failed, skipped, entities }) => [
    guarantee,
    String(proved),
    String(failed),
    String(skipped),
    entities === 0 ? '' : String(entities),
  ])
  return [
    '',
    // Most servers are called as their store is.
    report.server.startsWith(titles[report.store]) ? report.server : `${titles[report.store]}: ${report.server}`,
    ...table([['guarantee', 'proved', 'failed', 'skipped', 'entities'], ...rows]),
    ...listed('failed', report.failed, (outcome) => `${placeOf(outcome)}: ${outcome.name}`),
    ...listed('skipped', [...groupedBy(report.skipped, ({ reason = '' }) => reason)], ([reason, all]) => {
      const places = all.map((outcome) => `${placeOf(outcome)}: ${outcome.name}`)
      const more = places.length > 3 ? `, and ${places.length - 3} more` : ''
      return `${reason} (${places.slice(0, 3).join('; ')}${more})`
    }),
    ...listed('left behind', report.leftBehind, (what) => what),
    '',
  ].join('\n')
}

function placeOf({ entity, guarantee }: Outcome): string {
  return entity === undefined ? guarantee : `${entity}, ${guarantee}`
}

function listed<T>(title: string, items: readonly T[], text: (item: T) => string): readonly string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${text(item)}`)]
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
