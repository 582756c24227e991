import { expect, test } from 'vitest'
import { verifyMongo } from '../../../generator/live/mongo/verify.ts'
import type { Spec } from '../../../templates/conformance/live/mongo/facts.ts'
import { proofsOfCatalog } from '../../../templates/conformance/live/mongo/proofs/catalog.ts'
import type { Session } from '../../../templates/conformance/live/mongo/session.ts'
import { NotProvable } from '../../../templates/conformance/live/proof.ts'

const spec = { collections: [] } as object as Spec

/** Of a database what a server asks that keeps its roles to itself. */
const database = {
  databaseName: 'shop',
  command: async () => {
    throw Object.assign(new Error('not authorized on shop to execute command'), { code: 13, codeName: 'Unauthorized' })
  },
  listCollections: () => ({ toArray: async () => [] }),
}

test('a role that a login may not see is not proved, and nothing is said against it', async () => {
  const role = { name: 'shop_app', privileges: [] }
  const session = { db: database } as object as Session
  const claims = proofsOfCatalog(spec, (db) => verifyMongo(db, [], role))
  const claim = claims.find(({ name }) => name === 'the role of the application is as described')
  if (claim === undefined || 'reason' in claim) throw new Error('there is no such claim')
  await expect(claim.prove(session)).rejects.toThrow(NotProvable)
})
