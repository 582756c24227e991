import { describeDatabase } from '../../../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../../../generator/catalog/postgres/index.ts'
import { lifecycleFacts, tableFact } from '../../../../generator/emit/conformance/postgres-facts.ts'
import { enumFacts, tenancyFact, valueTypeFacts } from '../../../../generator/emit/conformance/project-facts.ts'
import { verifyPostgres } from '../../../../generator/live/postgres/verify.ts'
import { inPostgres } from '../../../../generator/model/lookup.ts'
import type { Model } from '../../../../generator/model/model.ts'
import { printDatabase } from '../../../../generator/print/sql/print.ts'
import type { PostgresFacts } from '../../../../templates/conformance/live/postgres/facts.ts'
import { proofsOfPostgres } from '../../../../templates/conformance/live/postgres/proofs/index.ts'
import type { Session } from '../../../../templates/conformance/live/postgres/session.ts'
import type { Claim } from '../../../../templates/conformance/live/proof.ts'

/** The live tests of a spec, without a test runner round them. */
export interface LiveSuite {
  readonly facts: PostgresFacts
  readonly claims: readonly Claim<Session>[]
  /** The schema that they are about. */
  readonly sql: string
}

export function liveSuite(model: Model): LiveSuite {
  const database = databaseOf(model)
  if (database === undefined) throw new Error('the spec keeps nothing in PostgreSQL')
  const facts = factsOf(model)
  const wanted = describeDatabase(database)
  return {
    facts,
    claims: proofsOfPostgres(facts, (client) => verifyPostgres(client, wanted)),
    sql: printDatabase(database),
  }
}

/** As the files in `expected/` hold them: their text has the types, the data from which it is printed has none. */
export function factsOf(model: Model): PostgresFacts {
  const data: unknown = {
    tables: inPostgres(model).map((entity) => tableFact(model, entity)),
    enums: enumFacts(model),
    valueTypes: valueTypeFacts(model),
    lifecycles: inPostgres(model).flatMap(lifecycleFacts),
    tenancy: tenancyFact(model),
  }
  return data as PostgresFacts
}
