import { shellText } from '../bson/shell-text.ts'
import type { BsonValue } from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import type { IndexSpecification } from './specification.ts'

/** @throws ServerError 11000 always */
export function duplicateKey(
  namespace: string,
  { key, name }: IndexSpecification,
  values: readonly BsonValue[],
): never {
  const keyValue = Object.fromEntries(Object.keys(key).map((field, place) => [field, values[place] ?? null]))
  return refuse(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: ${shellText(keyValue)}`,
    { keyPattern: key, keyValue },
  )
}
