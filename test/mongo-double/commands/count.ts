import { compileCollation } from '../bson/collation.ts'
import { compare } from '../bson/compare.ts'
import { identityKey } from '../bson/identity-key.ts'
import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray } from '../bson/value.ts'
import { select } from '../reading/select.ts'
import { type Command, type Invocation, known } from './command.ts'

function count(invocation: Invocation): BsonDocument {
  const { args } = invocation
  const found = select(invocation, {
    collection: args.text('count'),
    filter: args.optionalDocument('query') ?? {},
    skip: args.count('skip'),
    // Here, other than in a find, a negative limit is a limit.
    limit: Math.abs(args.number('limit') ?? 0),
    hint: args.value('hint'),
    collation: args.value('collation'),
  })
  return { n: found.length }
}

function distinct(invocation: Invocation): BsonDocument {
  const { args, storage, database } = invocation
  const collection = args.text('distinct')
  const path = args.text('key').split('.')
  const given = args.value('collation')
  const found = select(invocation, { collection, filter: args.optionalDocument('query') ?? {}, collation: given })
  const inherited = storage.catalog.find(database, collection)?.collation
  const collation = given === undefined ? inherited : compileCollation(given)
  const values = new Map<string, BsonValue>()
  for (const value of found.flatMap((document) => leaves(document, path)).flatMap(items)) {
    const key = identityKey(value, collation)
    if (value !== undefined && !values.has(key)) values.set(key, value)
  }
  return { values: [...values.values()].sort((left, right) => compare(left, right, collation)) }
}

const items = (value: BsonValue): readonly BsonValue[] => (isArray(value) ? value : [value])

export const countCommands: readonly Command[] = [
  { name: 'count', run: count, known: known('count', 'query', 'limit', 'skip', 'hint', 'fields', 'collation') },
  {
    name: 'distinct',
    run: distinct,
    known: known('distinct', 'key', 'query', 'collation', 'hint'),
    runsInTransactions: true,
  },
]
