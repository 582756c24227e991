import { ulid } from 'ulid'
import { stagingKey } from '../../../runtime/src/keys/staging.ts'
import type { Fault } from './fault.ts'
import { one, other, plant } from './ground.ts'
import { contents, move, rendition, sale, spareDocument } from './records.ts'

/** What lies about, and what was left undone. */
export const otherFaults: readonly Fault[] = [
  {
    code: 'fsck/leftover-document',
    plant: async () => ({ entity: 'Manuscript', tenant: one.refId, document: await spareDocument(one) }),
    twin: async () => {
      await spareDocument(one, { createdOn: new Date() })
      const named = await spareDocument(one)
      const parts = { documents: [{ collection: contents, id: named }] }
      await plant.intent({ tenant: one, entity: 'Manuscript', refId: ulid(), state: 'pending', parts, on: new Date() })
      const leaving = await spareDocument(one)
      const leavings = { objects: [], documents: [{ collection: contents, id: leaving }] }
      await plant.intent({
        tenant: one,
        entity: 'Manuscript',
        refId: ulid(),
        state: 'committed',
        parts: { leavings },
        on: new Date(),
      })
    },
  },
  {
    code: 'fsck/leftover-object',
    plant: async () => {
      const { refId } = await plant.manuscript(one)
      const key = plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
      plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
      return { entity: 'Manuscript', refId, tenant: one.refId, bucket: 'texts', key }
    },
    twin: async () => {
      const { refId } = await plant.manuscript(one)
      const of = (): string => plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
      // Young, named by an attempt, and to be collected after an update.
      plant.objects.plant({ bucket: 'real-texts', key: of() }, new Uint8Array([1]))
      const [put, left] = [of(), of()]
      for (const key of [put, left])
        plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
      const puts = [{ object: 'body', bucket: 'texts', key: put, sha256: '', size: 1, contentType: 'text/markdown' }]
      await plant.intent({
        tenant: one,
        entity: 'Manuscript',
        refId,
        state: 'pending',
        parts: { puts },
        on: new Date(),
      })
      const leavings = { objects: [{ bucket: 'texts', key: left }], documents: [] }
      await plant.intent({
        tenant: one,
        entity: 'Manuscript',
        refId,
        state: 'committed',
        parts: { leavings },
        on: new Date(),
      })
    },
  },
  {
    // Staged bytes of an attempt that nobody knows any more.
    code: 'fsck/leftover-object',
    plant: async () => {
      const key = stagingKey(one.refId, ulid())
      plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
      return { tenant: one.refId, bucket: 'texts', key }
    },
    twin: async () => {
      const key = stagingKey(one.refId, ulid())
      plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
      const put = { object: 'scan', bucket: 'vault', key: 'k', sha256: '', size: 1, contentType: 'application/pdf' }
      const puts = [{ ...put, stage: { bucket: 'texts', key } }]
      await plant.intent({
        tenant: one,
        entity: 'Agreement',
        refId: ulid(),
        state: 'pending',
        parts: { puts },
        on: new Date(),
      })
    },
  },
  {
    code: 'fsck/leftover-record',
    plant: async () => {
      const refId = ulid()
      const key = plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
      const bytes = new Uint8Array([1])
      await plant.note({ entity: 'Manuscript', object: 'body', bucket: 'texts', key, refId, tenantId: one.id, bytes })
      return { entity: 'Manuscript', refId, key }
    },
    twin: () => plant.manuscript(one),
  },
  {
    // MongoDB was restored to an earlier time: what points to the bytes comes back, and they must be there then.
    code: 'fsck/lost-pointer',
    plant: async () => {
      const { id, refId, key } = await rendition()
      plant.documents.of('renditions').delete(id)
      return { entity: 'Rendition', refId, key }
    },
    twin: () => rendition(),
  },
  {
    code: 'fsck/stray-object',
    plant: async () => {
      const key = `houses/${one.refId}/notes.txt`
      plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
      return { bucket: 'texts', key }
    },
    twin: async () => {
      const key = `houses/${other.refId}/notes.txt`
      plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
    },
  },
  {
    code: 'fsck/default-partition',
    plant: async () => {
      await sale(new Date('2019-05-05'))
      return { entity: 'Sale', count: 1 }
    },
    twin: () => sale(new Date()),
  },
  {
    code: 'fsck/undelivered',
    plant: async () => {
      await move(one)
      await plant.sql(`UPDATE stowage.outbox SET created_on = '2020-01-01' WHERE tenant_id = $1`, [one.id])
      return { count: 1 }
    },
    twin: () => move(one),
  },
  {
    code: 'fsck/uncollected',
    plant: async () => {
      await plant.intent({ tenant: one, entity: 'Manuscript', refId: ulid(), state: 'pending', parts: {} })
      return { count: 1 }
    },
    twin: async () => {
      const intent = { tenant: one, entity: 'Manuscript', refId: ulid(), parts: {} }
      await plant.intent({ ...intent, state: 'pending', on: new Date() })
      await plant.intent({ ...intent, state: 'committed' })
      await plant.intent({ ...intent, state: 'collected' })
    },
  },
  {
    code: 'fsck/stuck-operation',
    plant: async () => {
      const refId = ulid()
      await plant.intent({ tenant: one, entity: 'Agreement', refId, state: 'locked', parts: {} })
      return { entity: 'Agreement', refId, tenant: one.refId }
    },
    twin: () =>
      plant.intent({ tenant: one, entity: 'Agreement', refId: ulid(), state: 'locked', parts: {}, on: new Date() }),
  },
]
