import { ulid } from 'ulid'
import type { Fault } from './fault.ts'
import { one, other, plant } from './ground.ts'
import { objectId, sha256Of } from './plant.ts'
import { alter, contents, day, rendition, stencil } from './records.ts'

/** Of pointers, and of what they lead to. */
export const pointerFaults: readonly Fault[] = [
  {
    code: 'fsck/dangling-document',
    also: ['fsck/lost-pointer'],
    plant: async () => {
      const { refId, document } = await plant.manuscript(one)
      plant.documents.of(contents).delete(document)
      return { entity: 'Manuscript', refId, tenant: one.refId, field: 'contentRef', document }
    },
    twin: async () => {
      const { id, document } = await plant.manuscript(one)
      plant.documents.of(contents).delete(document)
      await plant.sql('UPDATE manuscripts SET content_ref = NULL WHERE id = $1', [id])
      plant.objects.held.clear()
      await plant.sql('DELETE FROM stowage.stored_objects')
    },
  },
  {
    // The root of a split record is a document of its own, to which another row points.
    code: 'fsck/dangling-document',
    plant: async () => {
      const book = await plant.book(one)
      const { refId } = await plant.row('release', { house_id: one.id, book_id: book.id, output_ref: objectId() })
      return { entity: 'Release', refId, field: 'outputRef' }
    },
    twin: async () => {
      const { id } = await rendition()
      const book = await plant.book(one)
      await plant.row('release', { house_id: one.id, book_id: book.id, output_ref: id })
    },
  },
  {
    // Gone before its time is over, below a row that is older than that; the twin is gone after it.
    code: 'fsck/dangling-document',
    plant: async () => {
      const book = await plant.book(one)
      const { refId } = await plant.row('pressCall', {
        house_id: one.id,
        book_id: book.id,
        log_ref: objectId(new Date(Date.now() - 89 * day)),
        created_on: new Date(Date.now() - 91 * day),
      })
      return { entity: 'PressCall', refId, field: 'logRef' }
    },
    twin: async () => {
      const book = await plant.book(one)
      const log = objectId(new Date(Date.now() - 91 * day))
      await plant.row('pressCall', { house_id: one.id, book_id: book.id, log_ref: log })
    },
  },
  {
    code: 'fsck/dangling-object',
    plant: async () => {
      const { refId, key, place } = await plant.manuscript(one)
      await plant.objects.remove(place)
      return { entity: 'Manuscript', refId, tenant: one.refId, bucket: 'texts', key, field: 's3Key' }
    },
    twin: () => plant.manuscript(one),
  },
  {
    // Of a deleted record too: it can be restored.
    code: 'fsck/dangling-object',
    plant: async () => {
      const name = await stencil()
      await plant.objects.remove({ bucket: 'real-texts', key: name.key })
      await plant.sql('UPDATE stencils SET deleted_on = now() WHERE ref_id = $1', [name.refId])
      return { entity: 'Stencil', refId: name.refId, key: name.key, field: 'pictureS3Key' }
    },
    twin: async () => {
      const { refId } = await stencil()
      await plant.sql('UPDATE stencils SET deleted_on = now() WHERE ref_id = $1', [refId])
    },
  },
  {
    code: 'fsck/dangling-reference',
    plant: async () => {
      const { refId, id } = await rendition({ bookRefId: ulid() })
      return { entity: 'Rendition', refId, document: id, field: 'bookRefId' }
    },
    twin: () => rendition({ createdBy: ulid() }),
  },
  {
    code: 'fsck/foreign-document',
    plant: async () => {
      const mine = await plant.manuscript(one)
      alter(contents, mine.document, { houseId: other.refId })
      return { entity: 'Manuscript', refId: mine.refId, tenant: one.refId, document: mine.document }
    },
    twin: () => plant.manuscript(other),
  },
  {
    code: 'fsck/foreign-object',
    plant: async () => {
      const mine = await plant.manuscript(one)
      const theirs = await plant.manuscript(other)
      alter(contents, mine.document, { s3Key: theirs.key })
      await plant.objects.remove(mine.place)
      await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [mine.key])
      return { refId: mine.refId, tenant: one.refId, key: theirs.key }
    },
    twin: () => plant.manuscript(other),
  },
  {
    code: 'fsck/foreign-reference',
    plant: async () => {
      const book = await plant.book(other)
      const { refId } = await rendition({ bookRefId: book.refId })
      return { entity: 'Rendition', refId, tenant: one.refId, field: 'bookRefId' }
    },
    twin: () => rendition(),
  },
  {
    code: 'fsck/wrong-part',
    plant: async () => {
      const mine = await plant.manuscript(one)
      const next = await plant.manuscript(one)
      await plant.sql('UPDATE manuscripts SET content_ref = $1 WHERE id = $2', [next.document, mine.id])
      plant.documents.of(contents).delete(mine.document)
      await plant.objects.remove(mine.place)
      await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [mine.key])
      return { refId: mine.refId, document: next.document }
    },
    twin: async () => {
      await plant.manuscript(one)
      await plant.manuscript(one)
    },
  },
  {
    code: 'fsck/wrong-key',
    plant: async () => {
      const mine = await plant.manuscript(one)
      const key = mine.key.replace(/[^/]+$/, 'body.md')
      await plant.objects.remove(mine.place)
      await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [mine.key])
      alter(contents, mine.document, { s3Key: key })
      return { refId: mine.refId, key }
    },
    twin: () => plant.manuscript(one),
  },
  {
    code: 'fsck/wrong-size',
    plant: async () => {
      const { refId, key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array(), head } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      plant.objects.plant(place, bytes.subarray(1), { ...head, size: bytes.byteLength - 1 })
      return { refId, key }
    },
    twin: () => plant.manuscript(one),
  },
  {
    code: 'fsck/wrong-hash',
    plant: async () => {
      const { refId, key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array(), head } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      plant.objects.plant(place, bytes, { ...head, sha256: sha256Of(new Uint8Array([1])) })
      return { refId, key }
    },
    // Bytes that were put by a URL have no digest beside them.
    twin: async () => {
      const { key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array() } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      plant.objects.held.set(`${place.bucket} ${key}`, {
        bytes,
        head: { size: bytes.byteLength, contentType: 'text/markdown', lastModified: new Date(0) },
      })
    },
  },
  {
    code: 'fsck/wrong-content-type',
    plant: async () => {
      const { refId, key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array() } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      plant.objects.plant(place, bytes, { contentType: 'text/html', lastModified: new Date(0) })
      return { refId, key }
    },
    twin: async () => {
      const { key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array() } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      plant.objects.plant(place, bytes, { contentType: 'Text/Markdown; charset=utf-8', lastModified: new Date(0) })
    },
  },
  {
    code: 'fsck/corrupt-object',
    plant: async () => {
      const { refId, key, place } = await plant.manuscript(one)
      const { bytes = new Uint8Array(), head } = plant.objects.held.get(`${place.bucket} ${key}`) ?? {}
      const flipped = Uint8Array.from(bytes)
      flipped[1234] = (flipped[1234] ?? 0) ^ 1
      plant.objects.plant(place, flipped, head)
      return { refId, key }
    },
    twin: () => plant.manuscript(one),
  },
  {
    code: 'fsck/wrong-record',
    plant: async () => {
      const { refId } = await rendition({ sizeBytes: 7 })
      return { entity: 'Rendition', refId }
    },
    twin: () => rendition(),
  },
  {
    code: 'fsck/unrecorded-object',
    plant: async () => {
      const { refId, key } = await plant.manuscript(one)
      await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [key])
      return { refId, key }
    },
    // Its commit is still to come.
    twin: async () => {
      const { key } = await plant.manuscript(one, new Date())
      await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [key])
    },
  },
]
