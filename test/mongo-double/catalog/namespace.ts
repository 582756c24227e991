import { typeName } from '../bson/type-name.ts'
import type { BsonValue } from '../bson/value.ts'
import { refuse } from '../server-error.ts'

/** Where a collection is found. */
export interface Namespace {
  readonly database: string
  readonly collection: string
}

export const namespaceText = ({ database, collection }: Namespace): string => `${database}.${collection}`

/** Reads `database.collection`; only the first dot divides. */
export function parseNamespace(text: string): Namespace {
  const dot = text.indexOf('.')
  if (dot < 1) invalid(`Invalid namespace specified '${text}'`)
  return { database: text.slice(0, dot), collection: checkCollectionName(text.slice(dot + 1)) }
}

/** @throws ServerError 73 for a name that MongoDB gives no collection */
export function checkCollectionName(name: BsonValue): string {
  if (typeof name !== 'string' || name === '') {
    return invalid(`collection name has invalid type ${typeName(name)}`)
  }
  if (name.startsWith('.') || name.endsWith('.') || name.includes('$') || name.includes('\0')) {
    invalid(`Invalid collection name: ${name}`)
  }
  return name
}

function invalid(message: string): never {
  return refuse(73, 'InvalidNamespace', message)
}

export function namespaceNotFound(message: string): never {
  return refuse(26, 'NamespaceNotFound', message)
}
