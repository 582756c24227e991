import type { BsonDocument } from '../bson/value.ts'
import { compileProjection } from '../projection/projection.ts'
import { sortDocuments } from '../query/sort.ts'
import { hintedIndex } from '../reading/hint.ts'
import { Reading } from '../reading/reading.ts'
import { scan } from '../reading/scan.ts'
import { checkWritable, createTarget, findTarget } from '../reading/scope.ts'
import { failedToParse } from '../server-error.ts'
import type { Target } from '../storage/target.ts'
import { removeDocument } from '../storage/write.ts'
import { patiently } from './bulk.ts'
import { type Command, type Invocation, known } from './command.ts'
import { Modification } from './modification.ts'

function findAndModify(invocation: Invocation): Promise<BsonDocument> {
  const { args } = invocation
  checkKind(invocation)
  const name = args.text(args.has('findAndModify') ? 'findAndModify' : 'findandmodify')
  const target = args.flag('upsert') ? createTarget(invocation, name) : findTarget(invocation, name)
  if (target !== undefined) {
    checkWritable(target)
    hintedIndex(target.collection, args.value('hint'))
  }
  const attempt = args.flag('remove') ? removal(invocation, target) : modification(invocation, target)
  return patiently(invocation, attempt)
}

function checkKind({ args }: Invocation): void {
  if (!args.flag('remove')) {
    if (!args.has('update')) failedToParse('Either an update or remove=true must be specified')
    return
  }
  if (args.has('update')) failedToParse('Cannot specify both an update and remove=true')
  if (args.flag('upsert')) failedToParse('Cannot specify both upsert=true and remove=true')
  if (args.flag('new')) {
    failedToParse("Cannot specify both new=true and remove=true; 'remove' always returns the deleted document")
  }
}

function removal(invocation: Invocation, target: Target | undefined): () => BsonDocument {
  const { first, project } = lookUp(invocation, target)
  return () => {
    const found = first()
    if (target === undefined || found === undefined) return { lastErrorObject: { n: 0 }, value: null }
    removeDocument(target, found)
    return { lastErrorObject: { n: 1 }, value: project(found) }
  }
}

function modification(invocation: Invocation, target: Target | undefined): () => BsonDocument {
  const { args } = invocation
  const { first, project, filter, reading } = lookUp(invocation, target)
  const unvalidated = args.flag('bypassDocumentValidation')
  const change = new Modification(args.value('update'), filter, args, reading, reading.variables, unvalidated)
  return () => {
    const found = first()
    if (target !== undefined && found !== undefined) {
      const after = change.apply(target, found)
      return { lastErrorObject: { n: 1, updatedExisting: true }, value: project(args.flag('new') ? after : found) }
    }
    if (target === undefined || !args.flag('upsert')) {
      return { lastErrorObject: { n: 0, updatedExisting: false }, value: null }
    }
    const inserted = change.upsert(target)
    return {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted._id },
      value: args.flag('new') ? project(inserted) : null,
    }
  }
}

interface LookUp {
  readonly filter: BsonDocument
  readonly reading: Reading
  readonly first: () => BsonDocument | undefined
  readonly project: (document: BsonDocument) => BsonDocument
}

function lookUp({ args }: Invocation, target: Target | undefined): LookUp {
  const filter = args.optionalDocument('query') ?? {}
  const sort = args.optionalDocument('sort')
  const reading = new Reading(target?.collection, {
    collation: args.value('collation'),
    variables: args.variables(),
    hint: args.value('hint'),
    sort,
  })
  reading.compile(filter)
  const { collation, score, variables } = reading
  const first = (): BsonDocument | undefined => {
    const found = target === undefined ? [] : scan(target, filter, reading)
    return sort === undefined ? found[0] : sortDocuments(found, sort, { collation, score })[0]
  }
  return {
    filter,
    reading,
    first,
    project: compileProjection(args.optionalDocument('fields'), { filter, collation, score, variables }),
  }
}

const arguments_ = known(
  'findAndModify',
  'findandmodify',
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'bypassDocumentValidation',
  'arrayFilters',
  'collation',
  'hint',
  'let',
)

export const findAndModifyCommands: readonly Command[] = ['findAndModify', 'findandmodify'].map((name) => ({
  name,
  run: findAndModify,
  known: arguments_,
  runsInTransactions: true,
  isRetryable: true,
}))
