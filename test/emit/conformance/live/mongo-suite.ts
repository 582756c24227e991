import { applicationRoleOf, collectionsOf } from '../../../../generator/catalog/mongo/index.ts'
import { collectionFact } from '../../../../generator/emit/conformance/mongo-facts.ts'
import { enumFacts, tenancyFact, valueTypeFacts } from '../../../../generator/emit/conformance/project-facts.ts'
import { applyMongo } from '../../../../generator/live/mongo/apply.ts'
import { verifyMongo } from '../../../../generator/live/mongo/verify.ts'
import { inMongo } from '../../../../generator/model/lookup.ts'
import type { Model } from '../../../../generator/model/model.ts'
import type { MongoFacts } from '../../../../templates/conformance/live/mongo/facts.ts'
import { openMongo } from '../../../../templates/conformance/live/mongo/open.ts'
import type { Pace } from '../../../../templates/conformance/live/mongo/proofs/expiry.ts'
import { proofsOfMongo } from '../../../../templates/conformance/live/mongo/proofs/index.ts'
import type { Session } from '../../../../templates/conformance/live/mongo/session.ts'
import type { Claim } from '../../../../templates/conformance/live/proof.ts'
import { mongoDatabase } from '../../../support/mongo-server.ts'
import { loadMongoose } from '../../mongoose/loaded.ts'
import { Workshop } from '../../package/generated-package.ts'

/** What some claims came to. */
export interface Tried {
  /** `guarantee: name: what was said` */
  readonly failed: readonly string[]
  readonly proved: number
  /** Why claims were left out. */
  readonly left: readonly string[]
}

/** A database that the live tests of a spec made, without a test runner round them. */
export interface MongoTrial {
  readonly session: Session
  readonly facts: MongoFacts
  readonly claims: readonly Claim<Session>[]
  /** Whether the server is MongoDB and not the double. */
  readonly isReal: boolean
  /** Tries claims on the database as it is now. @param other what the session has otherwise */
  run(isMeant: (claim: Claim<Session>) => boolean, other?: Partial<Session>): Promise<Tried>
  /** The same where proofs are to fail: none waits long for what will not come. */
  runHastily(isMeant: (claim: Claim<Session>) => boolean): Promise<Tried>
  /** Brings the database back to what it was. */
  mend(): Promise<void>
  stop(): Promise<void>
}

export async function mongoTrial(model: Model): Promise<MongoTrial> {
  const facts = factsOf(model)
  const described = collectionsOf(model)
  const role = applicationRoleOf(model)
  const database = await mongoDatabase()
  const workshop = new Workshop()
  const isReal = database.kind === 'real'
  const claimsAt = (pace: Pace): readonly Claim<Session>[] =>
    proofsOfMongo(facts, (db) => verifyMongo(db, described, role), pace)
  const claims = claimsAt({})
  // The double removes what has expired every second: who waits much longer waits in vain.
  const hasty = isReal ? claims : claimsAt({ patience: 2_500 })
  const opened = await openMongo(database.url, facts, role.name, () => loadMongoose(model, 'trial', workshop))
  const { session } = opened
  return {
    session,
    facts,
    claims,
    isReal,
    // What a proof has seen of the database it remembers for its session.
    run: (isMeant, other) => outcomesOf(claims.filter(isMeant), { ...session, ...other }),
    runHastily: (isMeant) => outcomesOf(hasty.filter(isMeant), { ...session }),
    mend: async () => {
      for (const { name } of described) await session.db.collection(name).deleteMany({})
      await applyMongo(session.db, described, { role, replace: true })
    },
    stop: async () => {
      const left = await opened.close()
      workshop.remove()
      await database.stop()
      if (left.length > 0) throw new Error(left.join('; '))
    },
  }
}

async function outcomesOf(claims: readonly Claim<Session>[], session: Session): Promise<Tried> {
  const failed: string[] = []
  const left: string[] = []
  let proved = 0
  for (const claim of claims) {
    const title = `${claim.guarantee}: ${claim.name}`
    if ('reason' in claim) {
      left.push(claim.reason)
      continue
    }
    try {
      await claim.prove(session)
      proved += 1
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (error.name === 'NotProvable') left.push(error.message)
      else failed.push(`${title}: ${error.message}`)
    }
  }
  return { failed, proved, left }
}

/** As the files in `expected/` hold them: their text has the types, the data from which it is printed has none. */
function factsOf(model: Model): MongoFacts {
  const data: unknown = {
    collections: inMongo(model).map((entity) => collectionFact(model, entity)),
    enums: enumFacts(model),
    valueTypes: valueTypeFacts(model),
    tenancy: tenancyFact(model),
  }
  return data as MongoFacts
}
