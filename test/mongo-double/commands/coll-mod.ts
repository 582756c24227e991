import { checkStages } from '../aggregation/stages.ts'
import { identityKey } from '../bson/identity-key.ts'
import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type DraftDocument, isDocument, isTruthy } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import { namespaceNotFound } from '../catalog/namespace.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'
import { notImplemented, refuse } from '../server-error.ts'
import { Arguments } from './arguments.ts'
import { type Command, type Invocation, known } from './command.ts'

const validation = ['validator', 'validationLevel', 'validationAction'] as const
const others = ['viewOn', 'pipeline', 'expireAfterSeconds', 'changeStreamPreAndPostImages'] as const

function collMod({ storage, args, database }: Invocation): BsonDocument {
  const name = args.text('collMod')
  const collection = storage.catalog.find(database, name)
  if (collection === undefined) return namespaceNotFound(`ns does not exist: ${database}.${name}`)
  if (args.has('pipeline')) checkStages(args.array('pipeline'))
  collection.options = changedOptions(collection.options, args)
  const index = args.optionalDocument('index')
  return index === undefined ? {} : changeIndex(collection, new Arguments('collMod.index', index))
}

function changedOptions(present: BsonDocument, args: Arguments): BsonDocument {
  const options: DraftDocument = { ...present }
  for (const option of [...validation, ...others]) {
    if (args.has(option)) options[option] = args.value(option)
  }
  // An empty validator is none.
  if (args.has('validator') && Object.keys(args.document('validator')).length === 0) delete options.validator
  if (validation.some((option) => args.has(option))) {
    options.validationLevel ??= 'strict'
    options.validationAction ??= 'error'
  }
  return options
}

function changeIndex(collection: Collection, args: Arguments): BsonDocument {
  args.checkKnown(known('name', 'keyPattern', 'expireAfterSeconds', 'hidden', 'unique', 'prepareUnique'))
  const index = findIndex(collection, args)
  if (args.has('unique') || args.has('prepareUnique')) notImplemented('collMod to a unique index')
  const answer: DraftDocument = {}
  const specification: DraftDocument = { ...index.specification }
  for (const option of ['expireAfterSeconds', 'hidden']) {
    if (!args.has(option)) continue
    Object.assign(answer, { [`${option}_old`]: specification[option], [`${option}_new`]: args.value(option) })
    specification[option] = args.value(option)
  }
  if (!isTruthy(specification.hidden)) delete specification.hidden
  const { v, key, name } = index.specification
  index.specification = { ...specification, v, key, name }
  return answer
}

function findIndex({ indexes, name: namespace }: Collection, args: Arguments): CollectionIndex {
  const name = args.value('name')
  const pattern = args.value('keyPattern')
  if ((name === undefined) === (pattern === undefined)) {
    refuse(72, 'InvalidOptions', 'must specify either index name or key pattern, and not both')
  }
  const found = indexes.all.find((index) =>
    isDocument(pattern) ? identityKey(index.specification.key) === identityKey(pattern) : index.name === name,
  )
  return found ?? refuse(27, 'IndexNotFound', `cannot find index ${shellText(name ?? pattern)} for ns ${namespace}`)
}

export const collModCommands: readonly Command[] = [
  { name: 'collMod', run: collMod, known: known('collMod', 'index', ...validation, ...others) },
]
