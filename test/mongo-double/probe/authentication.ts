import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

function loginUri(uri: string, user: string, password: string, database: string): string {
  const url = new URL(uri)
  url.username = user
  url.password = password
  url.pathname = `/${database}`
  url.searchParams.set('authMechanism', 'SCRAM-SHA-256')
  return url.href
}

const options = { serverSelectionTimeoutMS: 5000 }

export const authentication: BehaviourGroup = {
  topic: 'authentication',
  behaviours: [
    {
      name: 'refuses whom it does not know and who has the wrong password (18)',
      run: async ({ uri, database }) => {
        await database.command({ createUser: 'known', pwd: 'right', roles: ['readWrite'] })
        const logins = [
          ['nobody', 'right'],
          ['known', 'wrong'],
        ] as const
        for (const [user, password] of logins) {
          const client = new mongoose.mongo.MongoClient(loginUri(uri, user, password, database.databaseName), options)
          try {
            await expectRefusal(18, () => client.db(database.databaseName).command({ ping: 1 }))
          } finally {
            await client.close()
          }
        }
        await database.command({ dropUser: 'known' })
      },
    },
    {
      name: 'knows who has logged in',
      run: async ({ uri, database }) => {
        const [user, password] = ['ann=a,b', 'pass word']
        await database.command({ createUser: user, pwd: password, roles: ['readWrite'] })
        const client = new mongoose.mongo.MongoClient(loginUri(uri, user, password, database.databaseName), options)
        try {
          const { authInfo } = await client.db(database.databaseName).command({ connectionStatus: 1 })
          expect(authInfo.authenticatedUsers).toEqual([{ user, db: database.databaseName }])
        } finally {
          await client.close()
          await database.command({ dropUser: user })
        }
      },
    },
  ],
}
