import type { Claim } from '../../proof.ts'
import { type MongoFacts, specOf } from '../facts.ts'
import type { Session } from '../session.ts'
import { proofsOfCatalog, type Verify } from './catalog.ts'
import { type Pace, proofsOfExpiry } from './expiry.ts'
import { proofsOfModels } from './models.ts'
import { proofsOfRights } from './rights.ts'
import { proofsOfTenants } from './tenants.ts'
import { proofsOfTextSearch } from './text-search.ts'
import { proofsOfUniques } from './uniques.ts'
import { proofsOfValidator } from './validator.ts'
import { proofsOfWriting } from './writing.ts'
import { proofsOfWrittenOnce } from './written-once.ts'

const families: readonly ((spec: ReturnType<typeof specOf>) => readonly Claim<Session>[])[] = [
  proofsOfValidator,
  proofsOfWriting,
  proofsOfUniques,
  proofsOfTextSearch,
  proofsOfModels,
  proofsOfWrittenOnce,
  proofsOfRights,
  proofsOfTenants,
]

/**
 * Everything that is claimed of a MongoDB database made from these facts.
 *
 * @param verify compares a database with what it should hold
 */
export function proofsOfMongo(facts: MongoFacts, verify: Verify, pace: Pace = {}): readonly Claim<Session>[] {
  const spec = specOf(facts)
  return [
    ...proofsOfCatalog(spec, verify),
    ...families.flatMap((family) => family(spec)),
    ...proofsOfExpiry(spec, pace),
  ]
}
