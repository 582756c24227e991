import type { Variables } from '../aggregation/expression.ts'
import { aggregate } from '../aggregation/run.ts'
import { checkStages } from '../aggregation/stages.ts'
import { identityKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'

/** https://www.mongodb.com/docs/v7.0/tutorial/update-documents-with-aggregation-pipeline/ */
const allowed = new Set(['$addFields', '$project', '$replaceRoot', '$replaceWith', '$set', '$unset'])

/** @throws ServerError 72 InvalidOptions for a stage that no update can have */
export function checkUpdateStages(stages: readonly BsonValue[]): void {
  for (const { name } of checkStages(stages)) {
    if (!allowed.has(name)) refuse(72, 'InvalidOptions', `${name} is not allowed to be used within an update`)
  }
}

/** The document that the stages make of one; numbers that stay equal keep their type. */
export function runUpdateStages(
  document: BsonDocument,
  stages: readonly BsonValue[],
  variables: Variables | undefined,
): BsonDocument {
  const [result] = aggregate([document], stages, { variables })
  return result === undefined ? document : keepingTypes(result, document)
}

/** The expression engine knows one kind of number, so what it passed on unchanged is taken from the document before. */
function keepingTypes(after: BsonDocument, before: BsonDocument): BsonDocument {
  return Object.fromEntries(
    Object.entries(after).map(([field, value]) => {
      const old = Object.hasOwn(before, field) ? before[field] : undefined
      if (old !== undefined && identityKey(old) === identityKey(value)) return [field, old]
      return [field, isDocument(value) && isDocument(old) ? keepingTypes(value, old) : value]
    }),
  )
}
