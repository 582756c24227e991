import type { Attributes } from '@opentelemetry/api'
import type { ErrorFacts } from '../errors/stowage-error.ts'

/** OpenTelemetry's names for databases, and names of our own for what it has none for. */
const known: Readonly<Record<string, string>> = {
  entity: 'stowage.entity',
  refId: 'stowage.ref_id',
  field: 'stowage.field',
  object: 'stowage.object',
  operation: 'db.operation.name',
  collection: 'db.collection.name',
}

const systems: Readonly<Record<string, string>> = { postgres: 'postgresql', mongo: 'mongodb', s3: 'aws.s3' }

/** `store` becomes `db.system.name`. */
export function attributesOf(facts: ErrorFacts): Attributes {
  const found: Attributes = {}
  for (const [fact, value] of Object.entries(facts)) {
    if (value === undefined) continue
    if (fact === 'store') found['db.system.name'] = systems[String(value)] ?? String(value)
    else found[Object.hasOwn(known, fact) ? (known[fact] ?? fact) : `stowage.${snake(fact)}`] = value
  }
  return found
}

/** What measurements are told apart by: few values each, so no id. */
export function dimensionsOf(facts: ErrorFacts, errorCode?: string): Attributes {
  const { entity, store, operation, collection } = facts
  const found = attributesOf({
    ...(entity === undefined ? {} : { entity }),
    ...(store === undefined ? {} : { store }),
    ...(operation === undefined ? {} : { operation }),
    ...(collection === undefined ? {} : { collection }),
  })
  return errorCode === undefined ? found : { ...found, 'error.type': errorCode }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
