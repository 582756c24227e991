import { ulid } from 'ulid'
import { type SeededTenant, seedShared } from '../support/seed.ts'
import { one, plant, world } from './ground.ts'
import { objectId, sha256Of } from './plant.ts'

export const day: number = 86_400_000
export const contents: string = 'manuscript_contents'

/** A document that the row of a record does not point to. */
export async function spareDocument(
  tenant: SeededTenant,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { refId, key } = await plant.manuscript(tenant)
  const _id = objectId()
  await plant.documents.insert(contents, {
    _id,
    refId,
    houseId: tenant.refId,
    sections: [],
    wordCount: 1,
    language: 'en',
    s3Key: key,
    createdOn: new Date(0),
    ...changes,
  })
  return _id
}

/** Changes a document as nobody does who goes through the data layer. */
export function alter(collection: string, id: string, changes: Readonly<Record<string, unknown>>): void {
  const found = plant.documents.of(collection).get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  plant.documents.of(collection).set(id, { ...found, ...changes, _id: id })
}

export async function rendition(
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; refId: string; key: string }> {
  const book = await plant.book(one)
  const id = objectId()
  const refId = ulid()
  const key = plant.key('rendition', 'content', { house: one.refId, refId })
  await plant.bytes('Rendition', 'content', 'texts', key, refId, one)
  const bytes = plant.objects.held.get(`real-texts ${key}`)?.bytes ?? new Uint8Array()
  await plant.documents.insert('renditions', {
    _id: id,
    refId,
    houseId: one.refId,
    bookRefId: book.refId,
    title: 'A title',
    language: 'en',
    sizeBytes: bytes.byteLength,
    sha256: sha256Of(bytes),
    metadata: {},
    s3Key: key,
    createdOn: new Date(0),
    ...changes,
  })
  return { id, refId, key }
}

export async function stencil(): Promise<{ refId: string; key: string }> {
  const { refId } = await plant.row('stencil', { house_id: one.id })
  const key = plant.key('stencil', 'picture', { house: one.refId, refId })
  await plant.bytes('Stencil', 'picture', 'texts', key, refId, one)
  await plant.sql('UPDATE stencils SET picture_s3_key = $1 WHERE ref_id = $2', [key, refId])
  return { refId, key }
}

export async function sale(on: Date): Promise<void> {
  const book = await plant.book(one)
  const currency = await seedShared(world.superuserUrl, world.description, 'currency')
  await plant.row('sale', { house_id: one.id, book_id: book.id, currency_id: currency.id, created_on: on })
}

export async function move(tenant: SeededTenant): Promise<void> {
  const book = await plant.book(tenant)
  await plant.sql(`UPDATE books SET status = 'writing' WHERE id = $1`, [book.id])
}
