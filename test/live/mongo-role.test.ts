import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applicationRoleOf } from '../../generator/catalog/mongo/index.ts'
import { applyMongo } from '../../generator/live/mongo/apply.ts'
import { verifyMongo } from '../../generator/live/mongo/verify.ts'
import { inMongo } from '../../generator/model/lookup.ts'
import { soundModels } from '../emit/package/cases.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type MongoDatabase, mongoDatabase } from '../support/mongo-server.ts'

const model = soundModel('spec')
const role = applicationRoleOf(model)

describe.each(soundModels().filter(([, one]) => inMongo(one).length > 0))('the role of %s', (_, one) => {
  test('may read and insert everywhere, change what changes, and remove what is not append-only', () => {
    const { name, privileges } = applicationRoleOf(one)
    expect(name).toEqual(one.project.tenancy?.roles.app ?? expect.stringMatching(/^[a-z0-9_]+_app$/))
    expect(privileges.map(({ collection }) => collection)).toEqual(
      inMongo(one).map(({ mongo }) => mongo.collection.text),
    )
    for (const { mongo, root } of inMongo(one)) {
      const { actions } = privileges.find(({ collection }) => collection === mongo.collection.text) ?? {
        actions: [] as readonly string[],
      }
      expect(actions).toEqual(expect.arrayContaining(['find', 'insert']))
      expect(actions.includes('update')).toBe(!mongo.appendOnly && root === 'mongo')
      expect(actions.includes('remove')).toBe(!mongo.appendOnly)
      expect(actions.length).toBe(new Set(actions).size)
    }
  })
})

// That a server keeps a login to its role is MongoDB's promise, and the double of this repository does not make it: here is
// only shown that the role is made and compared.
describe('the role of the application in the database', () => {
  let database: MongoDatabase
  let connection: mongoose.Connection
  let db: mongoose.mongo.Db

  beforeAll(async () => {
    database = await mongoDatabase()
    connection = await mongoose.createConnection(database.url).asPromise()
    if (connection.db === undefined) throw new Error('the connection has no database')
    db = connection.db
  })
  afterAll(async () => {
    await connection?.close()
    await database?.stop()
  })
  beforeEach(async () => {
    await db.command({ dropAllRolesFromDatabase: 1 })
    await db.command({ createRole: 'another', privileges: [], roles: [] })
  })

  const held = async (): Promise<unknown> => {
    const { roles } = await db.command({ rolesInfo: { role: role.name, db: db.databaseName }, showPrivileges: true })
    return (roles as readonly { readonly privileges: readonly { readonly actions: readonly string[] }[] }[]).map(
      // Servers tell actions in an order of their own.
      (one) => ({ ...one, privileges: one.privileges.map((held) => ({ ...held, actions: [...held.actions].sort() })) }),
    )
  }
  const own = role.privileges.map(({ collection, actions }) => ({
    resource: { db: '', collection },
    actions: [...actions].sort(),
  }))
  const here = (privileges: typeof own): typeof own =>
    privileges.map(({ resource, actions }) => ({ resource: { ...resource, db: db.databaseName }, actions }))

  test('is made once, and a dry run only says so', async () => {
    expect(await verifyMongo(db, [], role)).toEqual([{ store: 'mongo', place: `role ${role.name}`, fact: 'missing' }])
    const planned = await applyMongo(db, [], { role, dryRun: true })
    expect(await held()).toEqual([])
    expect(await applyMongo(db, [], { role })).toEqual(planned)
    expect(planned.steps).toEqual([{ store: 'mongo', action: 'create', place: `role ${role.name}` }])
    expect(await held()).toMatchObject([{ role: role.name, privileges: here(own), roles: [] }])
    expect(await verifyMongo(db, [], role)).toEqual([])
    expect((await applyMongo(db, [], { role })).steps).toMatchObject([{ action: 'keep' }])
  })

  test('is made once by several processes', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => applyMongo(db, [], { role })))
    expect(reports.flatMap(({ differences }) => differences)).toEqual([])
    expect(await verifyMongo(db, [], role)).toEqual([])
  })

  test('gets its rights in a collection that is new to it', async () => {
    await db.command({ createRole: role.name, privileges: here(own.slice(1)), roles: [] })
    expect(await verifyMongo(db, [], role)).toMatchObject([{ fact: `rights in ${own[0]?.resource.collection}` }])
    const report = await applyMongo(db, [], { role })
    expect(report.differences).toEqual([])
    expect(report.steps).toMatchObject([{ action: 'change' }])
    expect(await verifyMongo(db, [], role)).toEqual([])
  })

  const appendOnly = inMongo(model).find(({ mongo }) => mongo.appendOnly)?.mongo.collection.text ?? ''
  test.each([
    {
      name: 'more rights in what is append-only',
      change: (privileges: typeof own) =>
        privileges.map(({ resource, actions }) =>
          resource.collection === appendOnly
            ? { resource, actions: [...actions, 'remove' as const] }
            : { resource, actions },
        ),
      roles: [],
      fact: `rights in ${appendOnly}`,
    },
    {
      name: 'fewer rights',
      change: (privileges: typeof own) =>
        privileges.map(({ resource, actions }, at) =>
          at === 0 ? { resource, actions: actions.slice(0, 1) } : { resource, actions },
        ),
      roles: [],
      fact: `rights in ${own[0]?.resource.collection}`,
    },
    {
      name: 'rights in every collection',
      change: (privileges: typeof own) => [
        ...privileges,
        { resource: { db: '', collection: '' }, actions: ['find' as const] },
      ],
      roles: [],
      fact: 'rights elsewhere',
    },
    {
      name: 'the rights of another role',
      change: (privileges: typeof own) => privileges,
      roles: ['another'],
      fact: 'rights of another role',
    },
  ])('with $name is told, and changed only where it may be replaced', async ({ change, roles, fact }) => {
    await db.command({ createRole: role.name, privileges: here(change(own)), roles })
    const before = await held()
    expect(await verifyMongo(db, [], role)).toMatchObject([{ place: `role ${role.name}`, fact }])
    expect((await applyMongo(db, [], { role })).differences).toMatchObject([{ fact, help: expect.any(String) }])
    expect((await applyMongo(db, [], { role, replace: true, dryRun: true })).differences).toEqual([])
    expect(await held()).toEqual(before)
    expect((await applyMongo(db, [], { role, replace: true })).differences).toEqual([])
    expect(await verifyMongo(db, [], role)).toEqual([])
  })

  test.each([13, 59, 8_000])(
    'that the server will not tell of (error %i) is a difference, and nothing else is',
    async (code) => {
      const silent = new Proxy(db, {
        get: (target, name) => {
          if (name === 'databaseName') return target.databaseName
          if (name !== 'command') return Reflect.get(target, name, target).bind(target)
          return async () => {
            throw Object.assign(new Error('not here'), { code })
          }
        },
      })
      const wanted = [{ place: `role ${role.name}`, found: 'not here', help: expect.stringContaining('userAdmin') }]
      expect(await verifyMongo(silent, [], role)).toMatchObject(wanted)
      expect((await applyMongo(silent, [], { role })).differences).toMatchObject(wanted)
    },
  )
})
