import type { mongo } from 'mongoose'
import type { Description } from '../description/description.ts'
import type { DocumentsDescription, EntityDescription } from '../description/entity.ts'
import { isObjectId } from '../ids/object-id.ts'
import { type DocumentStore, DuplicateDocument, type StoredDocument } from '../stores/documents.ts'
import { castFilter } from './cast.ts'
import { type Limit, limitOf } from './collection-of.ts'
import { conversionOf } from './conversion.ts'
import { type Bson, bson } from './driver.ts'
import { inMongo, isDuplicateId, type Work } from './errors.ts'

type Fields = Record<string, unknown>

interface Place {
  readonly collection: mongo.Collection<Fields>
  readonly documents: DocumentsDescription
  readonly tenantField?: string
  readonly bson: Bson
  readonly work: Work
  readonly limit: Limit
}

/**
 * The documents of a database that somebody else has connected to, and closes. Values are as elsewhere in the data layer:
 * ids and decimals are texts; what a `where` compares is converted by the description.
 *
 * @param database asked for with every call: it may connect first
 * @param types of the driver that `database` comes from, where that is not the data layer's own
 */
export function documentStoreOver(
  database: () => Promise<mongo.Db>,
  description: Description,
  types: () => Promise<Bson> = bson,
): Omit<DocumentStore, 'close'> {
  const entities = new Map(
    Object.values(description.entities).flatMap((entity) =>
      entity.documents === undefined ? [] : [[entity.documents.collection, entity] as const],
    ),
  )
  const at = async (name: string): Promise<Place> => {
    const entity = entities.get(name)
    if (entity?.documents === undefined) throw new TypeError(`the spec has no collection ${name}`)
    const [db, bsonTypes] = await Promise.all([database(), types()])
    return placeOf(db, entity, entity.documents, bsonTypes)
  }
  const read = (place: Place, document: Fields): StoredDocument => ({
    ...conversionOf(place.documents.fields, description).read(document, place.bson),
    _id: String(document._id),
  })

  return {
    insert: async (name, document) => {
      const place = await at(name)
      const { _id, ...fields } = document
      const stored = {
        _id: idOf(_id, place.bson),
        ...conversionOf(place.documents.fields, description).stored(fields, place.bson),
      }
      await inMongo(place.work, async () => {
        try {
          await place.collection.insertOne(stored)
        } catch (error) {
          throw isDuplicateId(error) ? new DuplicateDocument(`${name} has a document of this id`) : error
        }
      })
    },
    find: async (name, id, tenant) => {
      const place = await at(name)
      const found = await inMongo(place.work, () => place.collection.findOne(filterOf(place, id, tenant)))
      return found === null ? undefined : read(place, found)
    },
    findMany: async (name, ids, tenant) => {
      const place = await at(name)
      const filter = { ...ofTenant(place, tenant), _id: { $in: ids.map((id) => idOf(id, place.bson)) } }
      const found = await inMongo(place.work, () => place.collection.find(filter, place.limit).toArray())
      return found.map((document) => read(place, document))
    },
    remove: async (name, id, tenant) => {
      const place = await at(name)
      const { deletedCount } = await inMongo(place.work, () => place.collection.deleteOne(filterOf(place, id, tenant)))
      return deletedCount === 1
    },
    page: async (name, { tenant, after, limit, where }) => {
      const place = await at(name)
      const filter = {
        ...ofTenant(place, tenant),
        ...(after === undefined ? {} : { _id: { $gt: idOf(after, place.bson) } }),
        ...(where === undefined ? {} : { $and: [castFilter(where, place.documents.fields, description, place.bson)] }),
      }
      const found = await inMongo(place.work, () =>
        place.collection.find(filter, place.limit).sort({ _id: 1 }).limit(limit).toArray(),
      )
      return found.map((document) => read(place, document))
    },
  }
}

function placeOf(
  db: mongo.Db,
  { name, documents: _, ...entity }: EntityDescription,
  documents: DocumentsDescription,
  types: Bson,
): Place {
  const tenantField = documents.fields.find(({ kept }) => kept === 'tenant')?.name
  const limit = limitOf(db.client)
  return {
    collection: db.collection<Fields>(documents.collection),
    documents,
    limit,
    bson: types,
    ...(tenantField === undefined || entity.tenancy === 'self' ? {} : { tenantField }),
    work: {
      entity: name,
      uniques: documents.uniques,
      limitMs: limit.maxTimeMS,
      ...(tenantField === undefined ? {} : { tenantField }),
    },
  }
}

function ofTenant({ tenantField }: Place, tenant: string | undefined): Fields {
  return tenant === undefined || tenantField === undefined ? {} : { [tenantField]: tenant }
}

function filterOf(place: Place, id: string, tenant: string | undefined): mongo.Filter<Fields> {
  return { ...ofTenant(place, tenant), _id: idOf(id, place.bson) }
}

function idOf(id: string, { ObjectId }: Bson): mongo.ObjectId {
  if (!isObjectId(id)) throw new TypeError('the id of a document has 24 hexadecimal digits')
  return new ObjectId(id)
}
