import { Error as MongooseError, type Query, type Schema } from 'mongoose'

const updates = ['findOneAndUpdate', 'updateMany', 'updateOne'] as const
const replacements = ['findOneAndReplace', 'replaceOne'] as const
const deletions = ['deleteMany', 'deleteOne', 'findOneAndDelete'] as const

/** A change of what is written once. */
export class FixedDocumentError extends MongooseError {
  override readonly name = 'FixedDocumentError'
}

/**
 * Refuses every change of documents that are written once, and with `deletes` their deletion, too. An expiry by the
 * server goes on. Raw commands are not seen: those the server's roles must refuse.
 */
export function refuseChanges<Document, ModelType>(
  schema: Schema<Document, ModelType>,
  { deletes }: { readonly deletes: boolean },
): void {
  const refuse = (what: string) => () => {
    throw new FixedDocumentError(`${what} is refused: these documents are written once`)
  }
  schema.pre('save', function beforeSave() {
    if (!this.isNew && this.isModified()) refuse('save')()
  })
  schema.pre([...updates, ...replacements], refuse('an update'))
  if (deletes) {
    schema.pre([...deletions], refuse('a deletion'))
    schema.pre('deleteOne', { document: true, query: false }, refuse('a deletion'))
  }
  schema.pre('bulkWrite', (operations) => {
    for (const operation of operations) {
      const isAllowed =
        'insertOne' in operation || (!deletes && ('deleteOne' in operation || 'deleteMany' in operation))
      if (!isAllowed) refuse(`bulkWrite of ${Object.keys(operation).join()}`)()
    }
  })
}

/**
 * Refuses updates of paths that keep their first value: Mongoose itself would leave such a change out without a word.
 * A replacement is refused as a whole. Not seen: `bulkWrite` and raw commands.
 */
export function keepFixed<Document, ModelType>(schema: Schema<Document, ModelType>): void {
  const fixed = new Set<string>(['_id'])
  schema.eachPath((path, { options }) => {
    if (options['immutable'] === true) fixed.add(path)
  })
  schema.pre([...updates], function beforeUpdate(this: Query<unknown, Document>) {
    const update: unknown = this.getUpdate()
    if (Array.isArray(update))
      throw new FixedDocumentError('an update by a pipeline is refused: what it changes is not seen')
    for (const path of changedPaths(Object(update))) {
      if (fixed.has(path.split('.', 1).join())) throw new FixedDocumentError(`${path} keeps its first value`)
    }
  })
  schema.pre([...replacements], () => {
    throw new FixedDocumentError('a replacement is refused: some paths keep their first value')
  })
}

/** What an update writes into a document that is there; `$setOnInsert` writes into new ones only. */
function changedPaths(update: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(update).flatMap(([key, value]) => {
    if (key === '$setOnInsert') return []
    if (!key.startsWith('$')) return [key]
    const renamed = key === '$rename' ? Object.values(Object(value)).map(String) : []
    return [...Object.keys(Object(value)), ...renamed]
  })
}
