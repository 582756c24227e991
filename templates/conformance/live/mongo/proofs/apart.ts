import type { Collection } from '../facts.ts'
import type { ServerCollection, Session } from '../session.ts'

/**
 * Runs with one unique alone on an empty collection: while others stand beside it, nobody sees which of them refuses.
 * The others come back as the server had them.
 */
export async function withoutOthers<T>(
  session: Session,
  collection: Collection,
  kept: string,
  work: (documents: ServerCollection) => Promise<T>,
): Promise<T> {
  const documents = await session.emptied(collection)
  const others = (await documents.indexes()).filter(({ unique, name }) => unique === true && name !== kept)
  for (const { name = '' } of others) await documents.dropIndex(name)
  try {
    return await work(documents)
  } finally {
    await documents.deleteMany({})
    // The command takes what the server lists.
    const indexes = others.map(({ v: _, ...index }) => index)
    if (indexes.length > 0) await session.db.command({ createIndexes: collection.collection, indexes })
  }
}
