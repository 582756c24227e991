import { describeCommon } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import { bucketsOf } from '../../catalog/s3/index.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Model } from '../../model/model.ts'
import type { OutputFile } from '../emitter.ts'
import { conventionFacts } from './convention-facts.ts'
import { entitiesByDomain } from './domain-facts.ts'
import { factsFile } from './facts-text.ts'
import { mongoFile } from './mongo-catalog.ts'
import { enumFacts, mixinFacts, storeFacts, tenancyFact, valueTypeFacts } from './project-facts.ts'
import { bucketFacts } from './s3-facts.ts'

const recalled = recalling<OutputFile>()

/** The facts that belong to no domain: one file for the project and one for each store in use. */
export function* wholeFiles(model: Model): Iterable<OutputFile> {
  yield factsFile('project', {
    domains: [...entitiesByDomain(model).keys()].map(({ key }) => key),
    enums: enumFacts(model),
    valueTypes: valueTypeFacts(model),
    mixins: mixinFacts(model),
    tenancy: tenancyFact(model),
    stores: storeFacts(model),
    conventions: conventionFacts(model),
  })
  const { postgres, s3 } = model.project.stores
  const database = postgres && databaseOf(model)
  if (database !== undefined) {
    const { roles, schemas, functions, internalTables, lookups, owner } = database
    yield recalled(model, 'postgres', [roles, schemas, functions, internalTables, lookups, owner], () =>
      factsFile('postgres', { ...describeCommon(database) }),
    )
  }
  yield* mongoFile(model)
  if (s3 !== undefined) yield factsFile('s3', { buckets: bucketFacts(model), described: bucketsOf(model) })
}
