import { checkStages } from '../aggregation/stages.ts'
import { completeCollation } from '../bson/collation.ts'
import { identityKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, type DraftDocument, isDocument, isTruthy } from '../bson/value.ts'
import { alreadyExists } from '../catalog/catalog.ts'
import { Collection, type CollectionKind } from '../catalog/collection.ts'
import { notImplemented, refuse } from '../server-error.ts'
import type { Arguments } from './arguments.ts'
import { type Command, type Invocation, known } from './command.ts'

const supported = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'timeseries',
  'clusteredIndex',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'autoIndexId',
  'idIndex',
  'temp',
  'flags',
] as const

const unsupported = ['storageEngine', 'indexOptionDefaults', 'encryptedFields'] as const

function create({ storage, transaction, args, database }: Invocation): BsonDocument {
  const name = args.text('create')
  const kind = kindOf(args)
  const options = kind === 'view' ? viewOptions(args) : optionsOf(args)
  const present = storage.catalog.find(database, name)
  if (present !== undefined) {
    if (present.kind === kind && identityKey(present.options) === identityKey(options)) return {}
    return alreadyExists(present.namespace)
  }
  const created = storage.catalog.add(new Collection({ database, collection: name }, kind, options))
  transaction?.created.push(created)
  return {}
}

function kindOf(args: Arguments): CollectionKind {
  if (args.has('viewOn')) return 'view'
  return args.has('timeseries') ? 'timeseries' : 'collection'
}

function viewOptions(args: Arguments): BsonDocument {
  const pipeline = args.has('pipeline') ? args.array('pipeline') : []
  checkStages(pipeline)
  return { viewOn: args.text('viewOn'), pipeline }
}

function optionsOf(args: Arguments): BsonDocument {
  for (const option of unsupported) {
    if (args.has(option)) notImplemented(`create.${option}`)
  }
  if (args.flag('capped') && !args.has('size')) {
    refuse(72, 'InvalidOptions', "the 'size' field is required when 'capped' is true")
  }
  const options: DraftDocument = {}
  for (const option of supported) {
    const value = args.value(option)
    if (value !== undefined) Object.assign(options, completed(option, value))
  }
  return options
}

/** An option as `listCollections` will show it. */
function completed(option: (typeof supported)[number], value: BsonValue): BsonDocument {
  switch (option) {
    case 'capped':
      return isTruthy(value) ? { capped: true } : {}
    case 'collation':
      return isDocument(value) && value.locale === 'simple' ? {} : { collation: completeCollation(value) }
    case 'clusteredIndex':
      return isDocument(value) ? { clusteredIndex: { v: 2, ...value, name: value.name ?? '_id_' } } : {}
    default:
      return { [option]: value }
  }
}

export const createCommands: readonly Command[] = [
  { name: 'create', run: create, known: known('create', ...supported, ...unsupported), runsInTransactions: true },
]
