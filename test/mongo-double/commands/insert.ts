import type { BsonDocument } from '../bson/value.ts'
import { createTarget } from '../reading/scope.ts'
import { insertDocument } from '../storage/write.ts'
import { patiently, runStatements } from './bulk.ts'
import { type Command, type Invocation, known } from './command.ts'

async function insert(invocation: Invocation): Promise<BsonDocument> {
  const { args } = invocation
  const documents = args.documents('documents')
  const target = createTarget(invocation, args.text('insert'))
  const options = { unvalidated: args.flag('bypassDocumentValidation') }
  let n = 0
  const failures = await runStatements(invocation, documents, async (document) => {
    await patiently(invocation, () => insertDocument(target, document, options))
    n += 1
  })
  return { n, ...failures }
}

export const insertCommands: readonly Command[] = [
  {
    name: 'insert',
    run: insert,
    known: known('insert', 'documents', 'ordered', 'bypassDocumentValidation'),
    runsInTransactions: true,
    isRetryable: true,
  },
]
