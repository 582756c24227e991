import { describe, expect, test } from 'vitest'
import { capacityReport, type PlaceReport } from '../../generator/capacity/capacity-report.ts'
import { type Holding, recordsAfter } from '../../generator/capacity/holding.ts'
import { outgrowths } from '../../generator/capacity/outgrowth.ts'
import {
  comfortableNodeBytes,
  postgresMemoryBytes,
  postgresTableLimitBytes,
} from '../../generator/capacity/thresholds.ts'
import type { Model } from '../../generator/model/model.ts'
import { analyzeText, errorsOf } from '../support/analyze-text.ts'
import { runCli } from './run-cli.ts'
import { amend, freshProject } from './specs.ts'

function holding(parts: Partial<Holding>): Holding {
  return {
    entity: 'Order',
    store: 'postgres',
    place: 'orders',
    initial: 0,
    perMonth: 0,
    bytesEach: 1,
    kept: 'for ever',
    partitioned: false,
    ...parts,
  }
}

const project = `stowage: 1
name: bakery
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3:
    region: S3_REGION
    buckets:
      plain: { expire: 30d }
      kept: { versioned: true, expire: 30d }
      both: { versioned: true, expire: 30d, noncurrent_expire: 60d }
      locked: { lock: { mode: compliance, retain: 1y }, expire: 30d, noncurrent_expire: 1d }
tenancy: { entity: Bakery, field: bakery, user: Baker, prefix: "bakeries/{bakery}/" }
rules: { extends: minimal, levels: { retention/lock-conflict: off } }
`

const orders = `entities:
  Order:
    use: [base_fields]
    postgres:
      fields:
        size: int
        a_s3_key: key(a)?
        b_s3_key: key(b)?
        c_s3_key: key(c)?
        d_s3_key: key(d)?
      volume: { per_tenant_month: 10, per_tenant: 3, total: 7, bytes: 100 }
    s3:
      objects:
        a: { bucket: plain, path: "a/{ref_id}/{object}", content_type: text/plain, max_size: 1kB, volume: { per_tenant_month: 10, bytes: 10 } }
        b: { bucket: kept, path: "b/{ref_id}/{object}", content_type: text/plain, max_size: 1kB, volume: { per_tenant_month: 10, bytes: 10 } }
        c: { bucket: both, path: "c/{ref_id}/{object}", content_type: text/plain, max_size: 1kB, volume: { per_tenant_month: 10, bytes: 10 } }
        d: { bucket: locked, path: "d/{ref_id}/{object}", content_type: text/plain, max_size: 1kB, volume: { per_tenant_month: 10, bytes: 10 } }
  Ping:
    use: [base_fields]
    mongo:
      fields: { what: string(20) }
      expire: 90d
      volume: { per_tenant_month: 1000, bytes: 50 }
  Quiet:
    use: [base_fields]
    postgres: { fields: { name: string(20) } }
`

function soundModelOf(text: string): Model {
  const analysis = analyzeText(text, project)
  expect(errorsOf(analysis)).toEqual([])
  if (analysis.model === undefined) throw new Error('there is no model')
  return analysis.model
}

describe('what a spec holds', () => {
  const report = capacityReport(soundModelOf(orders), 5)
  const placeOf = (place: string): PlaceReport | undefined => report.places.find((one) => one.place === place)
  const records = (place: string): readonly number[] | undefined =>
    placeOf(place)?.amounts.map((amount) => amount.records)

  test('is what is there from the start and what comes every month, for each tenant', () => {
    expect(records('orders')).toEqual([7 + 5 * 3 + 5 * 10 * 12, 7 + 5 * 3 + 5 * 10 * 36])
  })

  test('counts a row with what PostgreSQL adds: its header and an entry in each index', () => {
    const first = placeOf('orders')?.amounts[0]
    const each = (first?.bytes ?? 0) / (first?.records ?? 1)
    expect(each).toBeGreaterThanOrEqual(100 + 28 + 2 * 40)
    expect((each - 128) % 40).toBe(0)
  })

  test('stays level where records expire', () => {
    const threeMonths = Math.round(5 * 1000 * (90 / (365 / 12)))
    expect(records('pings')).toEqual([threeMonths, threeMonths])
    expect(placeOf('pings')?.kept).toBe('90d (expires)')
  })

  test('is kept by a versioned bucket until replaced versions expire, by a lock until it ends', () => {
    const afterDays = (days: number): number => Math.round(50 * (days / (365 / 12)))
    expect(records('plain/a')).toEqual([afterDays(30), afterDays(30)])
    expect(records('kept/b')).toEqual([600, 1800])
    expect(placeOf('kept/b')?.kept).toBe('for ever (hidden after 30d: replaced versions do not expire)')
    expect(records('both/c')).toEqual([afterDays(90), afterDays(90)])
    expect(records('locked/d')).toEqual([afterDays(365), afterDays(365)])
    expect(placeOf('locked/d')?.kept).toBe('365d (locked 1y)')
  })

  test('is not made up where no volume is declared', () => {
    expect(report.unknown.map(({ place }) => place)).toEqual(['bakers', 'bakeries', 'quiets'])
  })
})

describe('what outgrows one machine', () => {
  test('is told by its first month and its largest parts', () => {
    const perMonth = comfortableNodeBytes / 10
    const found = outgrowths([
      holding({ place: 'big', perMonth: perMonth * 0.75, partitioned: true }),
      holding({ place: 'small', perMonth: perMonth * 0.25, partitioned: true }),
      holding({ store: 'mongo', place: 'docs', perMonth: perMonth / 2 }),
      holding({ store: 's3', place: 'objects', perMonth: perMonth * 1000 }),
    ])
    expect(found.map(({ store, what, month }) => [store, what, month])).toEqual([
      ['postgres', 'store', 10],
      ['mongo', 'store', 20],
    ])
    expect(found[0]?.largest).toEqual([
      { entity: 'Order', place: 'big', share: 0.75 },
      { entity: 'Order', place: 'small', share: 0.25 },
    ])
  })

  test('is a table too: past memory, then past 32 TB, unless it is partitioned', () => {
    const table = holding({
      initial: postgresMemoryBytes,
      perMonth: (postgresTableLimitBytes - postgresMemoryBytes) / 100,
    })
    const limits = outgrowths([table]).filter(({ what }) => what === 'table')
    expect(limits.map(({ month, limitBytes }) => [month, limitBytes])).toEqual([
      [0, postgresMemoryBytes],
      [100, postgresTableLimitBytes],
    ])
    expect(outgrowths([{ ...table, partitioned: true }]).some(({ what }) => what === 'table')).toBe(false)
  })

  test('is nothing that expires before it is full', () => {
    const flood = holding({ store: 'mongo', perMonth: comfortableNodeBytes / 4, keptMonths: 3 })
    expect(outgrowths([flood])).toEqual([])
    expect(recordsAfter(flood, 120)).toBe((comfortableNodeBytes / 4) * 3)
  })
})

describe('stowage capacity', () => {
  test('prints stores, places and what comes first', async () => {
    const { code, out, err } = await runCli(freshProject(), ['capacity', '--tenants', '1_000'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Capacity for 1,000 tenants, from the volumes that the spec declares\n/)
    expect(out).toMatch(/^PostgreSQL +741,000 .* of one machine then$/m)
    expect(out).toMatch(/^S3 .* no limit; about \$\d+ a month then$/m)
    expect(out).toMatch(/^Article +S3 +media\/cover +720,000 +288 GB +2,160,000 +864 GB +for ever$/m)
    expect(out).toMatch(
      /\nNothing outgrows one machine within 10 years\. Nearest is MongoDB: \d+% after 36 months; with about [\d,]+ tenants it would be full after 36 months\.\n$/,
    )
  })

  test('says what outgrows one machine, when and why', async () => {
    const { out } = await runCli(freshProject(), ['capacity', '--tenants', '100000'])
    expect(out).toMatch(
      /\nOutgrows one machine first: MongoDB, 4\.00 TB in month \d+\n {2}more than 4 TB in one replica set .*\n {2}mostly page_views \d+%, article_contents \d+%\n/,
    )
  })

  test('names what it cannot count', async () => {
    const project = freshProject()
    amend(project, 'spec/domains/people.yaml', '      volume: { per_tenant: 20, bytes: 300 }\n', '')
    const { out } = await runCli(project, ['capacity'])
    expect(out).toMatch(/\nNot counted, for want of a `volume`: Member \(members\)\n$/)
  })

  test('--format json is the same as data', async () => {
    const { out } = await runCli(freshProject(), ['capacity', '--format', 'json'])
    const report = JSON.parse(out)
    expect(report).toMatchObject({ version: 1, tenants: 100, outgrowths: [], unknown: [] })
    expect(report.stores.map((one: { store: string }) => one.store)).toEqual(['postgres', 'mongo', 's3'])
    expect(report.places.length).toBe(6)
  })
})
