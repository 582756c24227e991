import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { hintedIndex } from '../reading/hint.ts'
import { Reading } from '../reading/reading.ts'
import { scan } from '../reading/scan.ts'
import { checkWritable, createTarget, findTarget } from '../reading/scope.ts'
import { failedToParse } from '../server-error.ts'
import type { Target } from '../storage/target.ts'
import type { Arguments } from './arguments.ts'
import { patiently, runStatements } from './bulk.ts'
import { type Command, type Invocation, known } from './command.ts'
import { Modification } from './modification.ts'

const knownInStatement = known('q', 'u', 'c', 'multi', 'upsert', 'upsertSupplied', 'collation', 'arrayFilters', 'hint')

/** What one statement came to. */
interface Outcome {
  readonly matched: number
  readonly modified: number
  readonly upsertedId?: BsonValue
}

const nothing: Outcome = { matched: 0, modified: 0 }

async function update(invocation: Invocation): Promise<BsonDocument> {
  const { args } = invocation
  const name = args.text('update')
  const statements = args.statements('updates', knownInStatement)
  const mayInsert = statements.some((statement) => statement.flag('upsert'))
  const target = mayInsert ? createTarget(invocation, name) : findTarget(invocation, name)
  if (target !== undefined) checkWritable(target)
  let n = 0
  let nModified = 0
  const upserted: BsonDocument[] = []
  const failures = await runStatements(invocation, statements, async (statement, index) => {
    const outcome = await updateOne(invocation, target, statement)
    n += outcome.matched
    nModified += outcome.modified
    if (outcome.upsertedId === undefined) return
    n += 1
    upserted.push({ index, _id: outcome.upsertedId })
  })
  return { n, nModified, ...(upserted.length === 0 ? {} : { upserted }), ...failures }
}

function updateOne(invocation: Invocation, target: Target | undefined, statement: Arguments): Promise<Outcome> {
  const { args } = invocation
  const filter = statement.document('q')
  const given = statement.value('u')
  const variables = { ...args.variables(), ...statement.variables('c') }
  const hint = statement.value('hint')
  const reading = new Reading(target?.collection, { collation: statement.value('collation'), variables, hint })
  const unvalidated = args.flag('bypassDocumentValidation')
  const modification = new Modification(given, filter, statement, reading, variables, unvalidated)
  if (statement.flag('multi') && modification.isReplacement) {
    failedToParse('multi update is not supported for replacement-style update')
  }
  reading.compile(filter)
  if (target === undefined) return Promise.resolve(nothing)
  hintedIndex(target.collection, hint)
  const plan: Plan = { invocation, target, filter, reading, modification, isUpsert: statement.flag('upsert') }
  return statement.flag('multi') ? modifyAll(plan) : modifyFirst(plan)
}

interface Plan {
  readonly invocation: Invocation
  readonly target: Target
  readonly filter: BsonDocument
  readonly reading: Reading
  readonly modification: Modification
  readonly isUpsert: boolean
}

function modifyFirst({ invocation, target, filter, reading, modification, isUpsert }: Plan): Promise<Outcome> {
  return patiently(invocation, () => {
    const [found] = scan(target, filter, reading)
    if (found !== undefined) return { matched: 1, modified: modification.apply(target, found) === found ? 0 : 1 }
    return isUpsert ? { ...nothing, upsertedId: modification.upsert(target)._id } : nothing
  })
}

/** Documents are changed one by one: others may write between two of them, so each is looked at again. */
async function modifyAll(plan: Plan): Promise<Outcome> {
  const { invocation, target, filter, reading, modification, isUpsert } = plan
  const found = scan(target, filter, reading)
  if (found.length === 0) return isUpsert ? modifyFirst(plan) : nothing
  const matches = reading.compile(filter)
  let matched = 0
  let modified = 0
  for (const seen of found) {
    const key = target.collection.recordKey(seen._id)
    await patiently(invocation, () => {
      const document = target.records.get(key)
      if (document === undefined || (document !== seen && !matches(document))) return
      if (modification.apply(target, document) !== document) modified += 1
      matched += 1
    })
  }
  return { matched, modified }
}

export const updateCommands: readonly Command[] = [
  {
    name: 'update',
    run: update,
    known: known('update', 'updates', 'ordered', 'bypassDocumentValidation', 'let'),
    runsInTransactions: true,
    isRetryable: true,
  },
]
