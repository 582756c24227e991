import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Model } from '../../../generator/model/model.ts'
import { connect } from '../../../templates/conformance/live/postgres/connection.ts'
import { specOf } from '../../../templates/conformance/live/postgres/facts.ts'
import { demandOwn, isOwn } from '../../../templates/conformance/live/postgres/own-database.ts'
import { subjectOf } from '../../../templates/conformance/live/postgres/proofs/subject.ts'
import { makerOf } from '../../../templates/conformance/live/postgres/rows/maker.ts'
import { nameOf } from '../../../templates/conformance/live/postgres/rows/statements.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../../support/postgres-server.ts'
import { prismaDdl } from '../../support/prisma-engine-ddl.ts'
import { basis, modelOf, prismaFilesOf } from '../prisma/spec-of.ts'
import { factsOf, liveSuite } from './live/live-suite.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(() => server?.stop())

/** The claims of an entity that are left unproved, with the reason. */
function reasons(model: Model, entity: string): readonly string[] {
  const own = liveSuite(model).claims.filter((claim) => claim.entity === entity && claim.guarantee !== 'catalog')
  return [...new Set(own.map((claim) => ('reason' in claim ? claim.reason : 'tried')))]
}

describe('the maker of rows', () => {
  test.each(['test/emit/conformance/library', 'test/cases/shared-templates/spec', 'test/cases/reserved-words/spec'])(
    'fills the tables that Prisma itself would make of %s',
    async (folder) => {
      const model = soundModel(folder)
      const { roles: _, ...tenancy } = factsOf(model).tenancy
      const spec = specOf({ ...factsOf(model), tenancy })
      const maker = makerOf(spec)
      await query(server.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      await query(server.url, await prismaDdl(prismaFilesOf(model)))
      const db = await connect(server.url, 'rows')
      await db.query('BEGIN')
      const world = await maker.newWorld(db)
      for (const table of spec.tables) {
        for (let count = 0; count < 3; count += 1) await maker.make(db, world, table.entity)
        const { rowCount } = await db.query(`SELECT FROM ${nameOf(table)}`)
        expect(rowCount, table.entity).toBeGreaterThanOrEqual(3)
      }
      await db.query('ROLLBACK')
      await db.end()
    },
  )

  test('says which entities need themselves, and which need those', () => {
    const text = `${basis}
  Hen: { use: [base_fields], postgres: { why: counted, fields: { egg: ref(Egg), name: string(20) } } }
  Egg: { use: [base_fields], postgres: { why: counted, fields: { hen: ref(Hen) } } }
  Chick: { use: [base_fields], postgres: { why: counted, fields: { egg: ref(Egg) } } }
  Farm: { use: [base_fields], postgres: { why: counted, fields: { best: ref(Hen)?, name: string(20) } } }
`
    // The compiler refuses it; facts may come from elsewhere.
    const model = modelOf(text, undefined, ['resolve/cyclic-reference'])
    expect(reasons(model, 'Hen')).toEqual(['no row of Hen can be made: it needs itself: Hen -> Egg -> Hen'])
    expect(reasons(model, 'Egg')).toEqual(['no row of Egg can be made: it needs itself: Egg -> Hen -> Egg'])
    expect(reasons(model, 'Chick')).toEqual([
      'no row of Chick can be made: it needs itself: Chick -> Egg -> Hen -> Egg',
    ])
    const ofFarm = reasons(model, 'Farm')
    expect(ofFarm[0]).toBe('tried')
    expect(ofFarm.slice(1)).toEqual([expect.stringMatching(/^no row of Hen can be made: /)])
  })

  test('says for which pattern it finds no text', () => {
    const model = modelOf(`${basis}
  Pair: { use: [base_fields], postgres: { why: counted, fields: { both: { type: string(20), pattern: '^(a|b)\\1$' } } } }
  Use: { use: [base_fields], postgres: { why: counted, fields: { pair: ref(Pair) } } }
`)
    const reason = 'no text is found that the pattern of both lets pass'
    expect(reasons(model, 'Pair')).toEqual([`no row of Pair can be made: ${reason}`])
    expect(reasons(model, 'Use')).toEqual([`no row of Use can be made: it needs Pair, and ${reason}`])
  })

  test('makes nothing shared of what needs a tenant', () => {
    const { order } = subjectOf(factsOf(soundModel('test/cases/shared-templates/spec')))
    expect(order.obstacles.tenant.size).toBe(0)
    expect(order.obstacles.shared.get('FilledForm')).toBe('it belongs to one tenant')
    expect(order.obstacles.shared.has('FormTemplate')).toBe(false)
  })
})

describe('the live tests write in no database but their own', () => {
  test('which they know by its name', () => {
    expect(isOwn('books_conformance_0123456789ab')).toBe(true)
    for (const name of ['books', 'conformance', 'books_conformance_', 'books_conformance_0123456789ab_copy']) {
      expect(isOwn(name)).toBe(false)
    }
  })

  test('and refuse any other', async () => {
    const db = await connect(server.url, 'refused')
    await expect(demandOwn(db)).rejects.toThrow(
      /^these tests write only in a database of their own making, and \w+ is none$/,
    )
    await db.end()
  })
})
