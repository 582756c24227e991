import type { BsonDocument } from '../bson/value.ts'
import { hintedIndex } from '../reading/hint.ts'
import { Reading } from '../reading/reading.ts'
import { scan } from '../reading/scan.ts'
import { checkWritable, findTarget } from '../reading/scope.ts'
import { failedToParse } from '../server-error.ts'
import type { Target } from '../storage/target.ts'
import { removeDocument } from '../storage/write.ts'
import type { Arguments } from './arguments.ts'
import { patiently, runStatements } from './bulk.ts'
import { type Command, type Invocation, known } from './command.ts'

const knownInStatement = known('q', 'limit', 'collation', 'hint')

async function remove(invocation: Invocation): Promise<BsonDocument> {
  const { args } = invocation
  const target = findTarget(invocation, args.text('delete'))
  if (target !== undefined) checkWritable(target)
  let n = 0
  const failures = await runStatements(invocation, args.statements('deletes', knownInStatement), async (statement) => {
    n += await removeMatching(invocation, target, statement)
  })
  return { n, ...failures }
}

async function removeMatching(
  invocation: Invocation,
  target: Target | undefined,
  statement: Arguments,
): Promise<number> {
  const filter = statement.document('q')
  const limit = statement.number('limit')
  if (limit !== 0 && limit !== 1) {
    failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit ?? 'none'}`)
  }
  const hint = statement.value('hint')
  const variables = invocation.args.variables()
  const reading = new Reading(target?.collection, { collation: statement.value('collation'), variables, hint })
  const matches = reading.compile(filter)
  if (target === undefined) return 0
  hintedIndex(target.collection, hint)
  if (limit === 1) {
    return patiently(invocation, () => {
      const [found] = scan(target, filter, reading)
      if (found === undefined) return 0
      removeDocument(target, found)
      return 1
    })
  }
  let removed = 0
  for (const { _id } of scan(target, filter, reading)) {
    await patiently(invocation, () => {
      const document = target.records.get(target.collection.recordKey(_id))
      if (document === undefined || !matches(document)) return
      removeDocument(target, document)
      removed += 1
    })
  }
  return removed
}

export const deleteCommands: readonly Command[] = [
  {
    name: 'delete',
    run: remove,
    known: known('delete', 'deletes', 'ordered', 'let'),
    runsInTransactions: true,
    isRetryable: true,
  },
]
