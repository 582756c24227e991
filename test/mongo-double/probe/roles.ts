import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, type World } from './behaviour.ts'

async function infoOf({ database }: World, role: string): Promise<unknown> {
  const { roles } = await database.command({ rolesInfo: role, showPrivileges: true })
  return roles
}

export const roles: BehaviourGroup = {
  topic: 'roles',
  behaviours: [
    {
      name: 'are shown as they were made: one privilege a resource, in order',
      run: async (world) => {
        const { database } = world
        const db = database.databaseName
        const notes = { db, collection: 'notes' }
        const privileges = [
          { resource: notes, actions: ['update', 'find'] },
          { resource: notes, actions: ['insert'] },
        ]
        await database.command({ createRole: 'writer', privileges, roles: [] })
        const kept = [{ resource: notes, actions: ['find', 'insert', 'update'] }]
        expect(await infoOf(world, 'writer')).toMatchObject([
          { role: 'writer', db, isBuiltin: false, roles: [], inheritedRoles: [], privileges: kept },
        ])
        await database.command({ dropRole: 'writer' })
        expect(await infoOf(world, 'writer')).toEqual([])
      },
    },
    {
      name: 'are made once (51002), and changed or dropped where they are there (31)',
      run: async (world) => {
        const { database } = world
        const resource = { db: database.databaseName, collection: '' }
        const create = { createRole: 'reader', privileges: [{ resource, actions: ['find'] }], roles: [] }
        await database.command(create)
        await expectRefusal(51002, () => database.command(create))
        await database.command({ updateRole: 'reader', privileges: [{ resource, actions: ['insert'] }] })
        expect(await infoOf(world, 'reader')).toMatchObject([{ privileges: [{ resource, actions: ['insert'] }] }])
        await database.command({ dropRole: 'reader' })
        await expectRefusal(31, () => database.command({ updateRole: 'reader', privileges: [] }))
        await expectRefusal(31, () => database.command({ dropRole: 'reader' }))
      },
    },
    {
      name: 'inherit from each other, but not from what is not there (31) and not in a circle (49)',
      run: async (world) => {
        const { database } = world
        const db = database.databaseName
        const resource = { db, collection: 'notes' }
        await database.command({ createRole: 'base', privileges: [{ resource, actions: ['find'] }], roles: [] })
        await database.command({ createRole: 'above', privileges: [], roles: ['base'] })
        expect(await infoOf(world, 'above')).toMatchObject([
          {
            roles: [{ role: 'base', db }],
            inheritedRoles: [{ role: 'base', db }],
            inheritedPrivileges: [{ resource, actions: ['find'] }],
          },
        ])
        await expectRefusal(31, () => database.command({ createRole: 'x', privileges: [], roles: ['nothing'] }))
        await expectRefusal(49, () => database.command({ updateRole: 'base', roles: ['above'] }))
        await database.command({ dropAllRolesFromDatabase: 1 })
        expect((await database.command({ rolesInfo: 1 })).roles).toEqual([])
      },
    },
    {
      name: 'do not reach beyond their database (49)',
      run: async ({ database }) => {
        const privileges = [{ resource: { db: 'another', collection: '' }, actions: ['find'] }]
        await expectRefusal(49, () => database.command({ createRole: 'reaching', privileges, roles: [] }))
      },
    },
    {
      name: 'are given to users, and go from them when they are dropped',
      run: async ({ database }) => {
        const db = database.databaseName
        await database.command({ createRole: 'clerk', privileges: [], roles: [] })
        await expectRefusal(31, () => database.command({ createUser: 'eve', pwd: 'p', roles: ['nothing'] }))
        await database.command({ createUser: 'eve', pwd: 'p', roles: ['read'] })
        await database.command({ grantRolesToUser: 'eve', roles: ['clerk'] })
        const rolesOf = async (): Promise<unknown> => (await database.command({ usersInfo: 'eve' })).users[0]?.roles
        const read = { role: 'read', db }
        expect(await rolesOf()).toEqual(expect.arrayContaining([read, { role: 'clerk', db }]))
        await database.command({ dropRole: 'clerk' })
        expect(await rolesOf()).toEqual([read])
        await database.command({ dropAllUsersFromDatabase: 1 })
      },
    },
  ],
}
