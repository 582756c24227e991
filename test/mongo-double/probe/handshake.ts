import { expect } from 'vitest'
import type { BehaviourGroup } from './behaviour.ts'

export const handshake: BehaviourGroup = {
  topic: 'handshake',
  behaviours: [
    {
      name: 'says that it is the primary of a replica set and speaks the wire version of 7.0',
      run: async ({ client }) => {
        const hello = await client.db('admin').command({ hello: 1 })
        expect(hello.isWritablePrimary).toBe(true)
        expect(hello.setName).toEqual(expect.any(String))
        expect(hello.maxWireVersion).toBeGreaterThanOrEqual(21)
      },
    },
    {
      name: 'tells its version',
      run: async ({ client }) => {
        const { version, versionArray } = await client.db('admin').command({ buildInfo: 1 })
        expect(version).toMatch(/^\d+\.\d+\.\d+/)
        expect(version.startsWith(versionArray.slice(0, 3).join('.'))).toBe(true)
      },
    },
    {
      name: 'answers a ping',
      run: async ({ client }) => {
        expect((await client.db('admin').command({ ping: 1 })).ok).toBe(1)
      },
    },
    {
      name: 'lists a database once it holds something',
      run: async ({ client, database, collection }) => {
        await collection().insertOne({ a: 1 })
        const { databases } = await client.db('admin').admin().listDatabases()
        expect(databases.map(({ name }) => name)).toContain(database.databaseName)
        expect(await client.db('admin').command({ serverStatus: 1 })).toMatchObject({ ok: 1 })
      },
    },
  ],
}
