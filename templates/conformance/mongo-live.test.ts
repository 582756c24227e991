import { applicationRole, described } from './expected/mongo-catalog.ts'
import { collections } from './expected/mongo.ts'
import { enums, stores, tenancy, valueTypes } from './expected/project.ts'
import { verifyMongo } from './live/mongo/catalog/mongo/verify.ts'
import type { MongoFacts } from './live/mongo/facts.ts'
import { openMongo } from './live/mongo/open.ts'
import { proofsOfMongo } from './live/mongo/proofs/index.ts'
import { register } from './live/register.ts'
import { settingsOf } from './live/settings.ts'

// On a real server, in a database of its own: see live/mongo.

const facts: MongoFacts = { collections, enums, valueTypes, tenancy }
const variable = stores.mongo?.url ?? ''
/** A server removes what has expired once a minute; who does not want to wait for it says so. */
const hurry = process.env.STOWAGE_CONFORMANCE_SLOW === '0' ? 'STOWAGE_CONFORMANCE_SLOW is 0' : undefined

register(
  'mongo',
  proofsOfMongo(facts, (db) => verifyMongo(db, described, applicationRole), hurry === undefined ? {} : { hurry }),
  settingsOf(process.env, variable),
  () => {
    const load = () => import('../provider-db/src/mongoose/index.ts')
    return openMongo(process.env[variable] ?? '', facts, applicationRole.name, load)
  },
)
