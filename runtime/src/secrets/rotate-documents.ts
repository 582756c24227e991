import type { EntityDescription } from '../description/entity.ts'
import { collectionOf } from '../mongo/collection-of.ts'
import { inMongo } from '../mongo/errors.ts'
import type { Context } from '../scoped/context.ts'
import { encryptedFields, placeOf } from './fields.ts'
import { currentPrefix, type Resealed, type Rotation } from './reseal.ts'

/**
 * The documents of an entity, in the order of their ids. Those that are written once are sealed anew, too: what they say stays
 * the same.
 */
export async function rotateDocuments(
  { model }: Pick<Context, 'model'>,
  entity: EntityDescription,
  { reseal, batch, key, take }: Rotation,
): Promise<void> {
  const { documents } = entity
  if (documents === undefined) return
  const fields = encryptedFields(documents.fields)
  const refIdKey = documents.fields.find(({ kept }) => kept === 'refId')?.name ?? 'refId'
  const collection = collectionOf(await model(documents.model))
  const projection = { [refIdKey]: 1, ...Object.fromEntries(fields.map(({ name }) => [name, 1])) }
  const older = fields.map(({ name }) => ({
    [name]: { $type: 'string', $not: new RegExp(`^${escaped(currentPrefix(key))}`) },
  }))
  let after: object = {}
  for (;;) {
    const found = await inMongo({ entity: entity.name }, () =>
      collection
        .find({ ...after, $or: older }, { projection })
        .sort({ _id: 1 })
        .limit(batch)
        .toArray(),
    )
    const all: Resealed[] = []
    for (const document of found)
      for (const field of fields) {
        const text = document[field.name]
        if (typeof text !== 'string' || text.startsWith(currentPrefix(key))) continue
        all.push(
          await reseal(
            { place: placeOf(entity.name, field), refId: String(document[refIdKey]), text },
            async (sealed) => {
              const { matchedCount } = await inMongo({ entity: entity.name }, () =>
                collection.updateOne({ _id: document._id, [field.name]: text }, { $set: { [field.name]: sealed } }),
              )
              return matchedCount === 1
            },
          ),
        )
      }
    take(all)
    const last = found.at(-1)
    if (last === undefined || found.length < batch) return
    after = { _id: { $gt: last._id } }
  }
}

/** Of what a prefix may hold only the dot means something in a pattern. */
function escaped(text: string): string {
  return text.replaceAll('.', '\\.')
}
