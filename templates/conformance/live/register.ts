import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { groupedBy } from './grouped-by.ts'
import { type Claim, NotProvable, type Opened, type Outcome, type StoreName } from './proof.ts'
import { reportOf, reportText, titles } from './report.ts'
import type { Settings } from './settings.ts'

/** Milliseconds: a machine under load takes its time to make a database and to fill it. */
const patience = 120_000

/**
 * Makes a test of every claim about a store, and a report in the end. Where the tests must not run each is skipped by
 * name, with the reason, and nothing is opened.
 */
export function register<Session>(
  store: StoreName,
  claims: readonly Claim<Session>[],
  settings: Settings,
  open: () => Promise<Opened<Session>>,
): void {
  let opened: Opened<Session> | undefined
  const outcomes: Outcome[] = []

  const note = ({ store, entity, guarantee, name }: Claim<Session>, outcome: Outcome['outcome'], reason?: string) =>
    outcomes.push({
      store,
      ...(entity === undefined ? {} : { entity }),
      guarantee,
      name,
      outcome,
      ...(reason === undefined ? {} : { reason }),
    })

  const { disabled } = settings
  if (disabled !== undefined) {
    afterAll(() => {
      process.stderr.write(`${titles[store]}: not tried on a server, since ${disabled}\n`)
    })
  } else {
    beforeAll(async () => {
      opened = await open()
    }, patience)

    afterAll(async () => {
      const leftBehind = (await opened?.close()) ?? []
      const report = reportOf(store, opened?.server ?? 'not reached', outcomes, leftBehind)
      process.stderr.write(`${reportText(report)}\n`)
      if (settings.reportFolder === undefined) return
      mkdirSync(settings.reportFolder, { recursive: true })
      writeFileSync(join(settings.reportFolder, `${store}.json`), `${JSON.stringify(report, undefined, 2)}\n`)
    }, patience)
  }

  for (const [entity, own] of groupedBy(claims, ({ entity = 'all of it' }) => entity)) {
    describe(`live ${store}: ${entity}`, () => {
      if (disabled === undefined) for (const claim of own) registerOne(claim)
      else registerNone(own, disabled)
    })
  }

  /** What is not tried is told by its guarantees: of each entity there may be a hundred claims. */
  function registerNone(own: readonly Claim<Session>[], reason: string): void {
    for (const [guarantee, all] of groupedBy(own, (claim) => claim.guarantee)) {
      test(`${guarantee}: ${all.length} proofs`, ({ skip }) => skip(reason))
    }
  }

  function registerOne(claim: Claim<Session>): void {
    const title = `${claim.guarantee}: ${claim.name}`
    if ('reason' in claim) {
      note(claim, 'skipped', claim.reason)
      test(title, ({ skip }) => skip(claim.reason))
      return
    }
    test(title, { timeout: patience, retry: 0 }, async ({ skip }) => {
      if (opened === undefined) throw new Error('nothing was opened')
      try {
        await claim.prove(opened.session)
        note(claim, 'proved')
      } catch (error) {
        const unproved = error instanceof NotProvable ? error.message : undefined
        note(claim, unproved === undefined ? 'failed' : 'skipped', unproved)
        if (unproved !== undefined) skip(unproved)
        throw error
      }
    })
  }
}
