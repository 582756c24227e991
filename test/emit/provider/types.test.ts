import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceModel } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { partPromises } from './part-promises.ts'
import { rowPromises } from './row-promises.ts'
import { refusedLines } from './typed-use.ts'

const workshop = new Workshop()

beforeAll(() => workshop.writeWithClient(referenceModel(), 'spec'), 120_000)
afterAll(() => workshop.remove())

const head = [
  "import { type ActivityOutputCreate, type ActivityRow, createProvider, type Provider, type RefId, type SystemDb, type TenantDb } from '../spec/provider-db/src/index.ts'",
  "import type { activityLifecycle, DeliverablePeriodRow, GoalRow, NextState, StrategyRow } from '../spec/provider-db/src/types/index.ts'",
  "import { factories } from '../spec/provider-db/src/testing/index.ts'",
  'declare const db: TenantDb',
  'declare const sys: SystemDb',
  "declare const id: RefId<'Activity'>",
  'declare const row: ActivityRow',
  "declare const early: 'pending' | 'queued'",
  "declare const tenant: RefId<'Tenant'>",
  "declare const strategy: RefId<'Strategy'>",
  "declare const contract: RefId<'Contract'>",
  "declare const post: RefId<'BlogPost'>",
  "declare const blogRequest: RefId<'BlogRequest'>",
  "declare const channel: RefId<'Channel'>",
  "declare const outputId: RefId<'ActivityOutput'>",
  'declare const output: ActivityOutputCreate',
  'declare const period: DeliverablePeriodRow',
  'declare const goal: GoalRow',
  "const activity = { kind: 'write', agent: 'writer', title: 'x', position: 1 } as const",
  "const article = { title: 'x', slug: 'x' } as const",
  "const plan = { version: 1, title: 'x', startsOn: '2026-01-01' } as const",
  'declare function take<T>(value: T): void',
]

const pairs = [...rowPromises, ...partPromises]

test('what must not be done does not type-check, and what may does', { timeout: 120_000 }, () => {
  const opened =
    "const provider: Provider<TenantDb, SystemDb, import('../spec/provider-db/src/index.ts').Lookups> = createProvider()"
  const refused = refusedLines(workshop, [...head, opened], pairs)
  expect(pairs.filter(({ promise }) => refused.has(`good: ${promise}`)).map(({ promise }) => promise)).toEqual([])
  expect(pairs.filter(({ promise }) => !refused.has(`bad: ${promise}`)).map(({ promise }) => promise)).toEqual([])
})
