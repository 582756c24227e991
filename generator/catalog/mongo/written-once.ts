import type { MongoEntity } from '../../model/lookup.ts'

/** Whether its documents never change: an append-only collection, or the versions of a part that is not the root. */
export function isWrittenOnce({ root, mongo }: MongoEntity): boolean {
  return mongo.appendOnly || root !== 'mongo'
}
