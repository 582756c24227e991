import type { mongo } from 'mongoose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../../templates/conformance/live/mongo/session.ts'
import type { Claim } from '../../../templates/conformance/live/proof.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { enforced } from './live/mongo-enforced.ts'
import type { Mechanism } from './live/mongo-mechanisms.ts'
import { type MongoTrial, mongoTrial, type Tried } from './live/mongo-suite.ts'
import { unnoticed, without } from './live/mongo-unnoticed.ts'

// Whatever holds a guarantee is taken away, and the live tests must say which guarantee is gone. All collections of other
// specs are tried in live-mongo-full.test.ts.

let trial: MongoTrial

beforeAll(async () => {
  trial = await mongoTrial(soundModel('test/emit/conformance/library'))
})
afterAll(() => trial?.stop())

describe('with everything in place', () => {
  test('every proof of the library holds, and what cannot be tried is said', async () => {
    const { proved, failed, left } = await trial.run(() => true)
    expect(failed).toEqual([])
    expect(proved + left.length).toBe(trial.claims.length)
    expect(proved).toBeGreaterThan(120)
    const reasons = trial.isReal
      ? [/^MongoDB has no rules/]
      : [/^MongoDB has no rules/, /lets every login do everything$/]
    for (const reason of new Set(left))
      expect(
        reasons.some((one) => one.test(reason)),
        reason,
      ).toBe(true)
  })
})

describe('the live tests find it where a mechanism is gone', () => {
  test.each([
    ['Book', 60],
    ['Visit', 40],
  ])('of %s', { timeout: 180_000, tags: ['full'] }, async (entity, atLeast) => {
    const { tried, missed } = await unnoticed(trial, entity)
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(atLeast)
  })
})

describe('of the database as a whole', () => {
  const role = 'library_app'
  const collection = 'visits'
  const privilege = (db: mongo.Db, actions: readonly string[]): object => ({
    resource: { db: db.databaseName, collection },
    actions,
  })
  const changes: Readonly<Record<string, { readonly named: RegExp } & Pick<Mechanism, 'remove'>>> = {
    'a collection that nobody described': {
      remove: (db) => db.createCollection('by_hand'),
      named: /^catalog: no collection but those of the spec/,
    },
    'a role that may change what is written once': {
      remove: (db) =>
        db.command({
          updateRole: role,
          privileges: [privilege(db, ['find', 'insert', 'update', 'remove'])],
          roles: [],
        }),
      named:
        /^catalog: the role of the application [\s\S]*rights in visits: wanted find, insert, found find, insert, remove, update/,
    },
    'a role that is gone': {
      remove: (db) => db.command({ dropRole: role }),
      named: /^catalog: the role of the application .*missing/,
    },
  }

  test.each(Object.entries(changes))('%s', async (name, { named, ...change }) => {
    const restore = async (db: mongo.Db): Promise<void> => {
      await db.dropCollection('by_hand')
      await trial.mend()
    }
    const { failed } = await without(trial, { name, guarantees: [], restore, ...change }, undefined)
    expect(failed).toEqual([expect.stringMatching(named)])
  })
})

describe('what the role of the application may do', () => {
  const role = 'library_app'
  const rights = ({ guarantee }: Claim<Session>): boolean => guarantee === 'rights of the application'
  const asEnforced = async (): Promise<Tried> => {
    const application = await enforced(trial.session.db, role)
    return trial.run(rights, { application: async () => application })
  }
  const grant = (collection: string, actions: readonly string[]): Promise<unknown> => {
    const { db } = trial.session
    const privileges = [{ resource: { db: db.databaseName, collection }, actions }]
    return db.command({ updateRole: role, privileges, roles: [] })
  }
  afterEach(() => trial.mend())

  test('is proved where a server goes by it', async () => {
    const { proved, failed, left } = await asEnforced()
    expect(failed).toEqual([])
    expect(left).toEqual([])
    expect(proved).toBe(4 * trial.facts.collections.length)
  })

  test.each([
    ['update', 'it updates nothing: updateOne was not refused'],
    ['remove', 'it deletes nothing: deleteOne was not refused'],
  ])('is too much with %s', async (action, said) => {
    await grant('visits', ['find', 'insert', action])
    const { failed } = await asEnforced()
    expect(failed).toContain(`rights of the application: ${said}`)
  })

  test.each([
    ['find', /it finds and inserts: a find was refused/],
    ['insert', /it finds and inserts: an insert was refused/],
    ['update', /it updates: updateOne was refused/],
    ['remove', /it deletes: deleteOne was refused/],
  ])('is too little without %s', async (action, said) => {
    await grant(
      'wishes',
      ['find', 'insert', 'update', 'remove'].filter((one) => one !== action),
    )
    const { failed } = await asEnforced()
    expect(failed).toContainEqual(expect.stringMatching(said))
  })
})

describe('races', () => {
  const isRace = ({ name, entity }: Claim<Session>): boolean => entity === 'Wish' && name.includes('at the same time')

  test('have one winner', { tags: ['race'] }, async () => {
    const { proved, failed } = await trial.run(isRace)
    expect(failed).toEqual([])
    expect(proved).toBe(3)
  })

  test('have more than one without the index', async () => {
    await trial.session.db.collection('wishes').dropIndex('one_title')
    const { failed } = await trial.run(isRace)
    await trial.mend()
    expect(failed).toEqual([expect.stringMatching(/^uniques: one_title: of 20 .*: 20 of 20 won, and 20 documents/)])
  })
})
