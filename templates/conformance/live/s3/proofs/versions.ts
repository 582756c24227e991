import type { Claim } from '../../proof.ts'
import { attempt, demandDone, demandEqual, demandRefusal } from '../attempt.ts'
import { isVersioned } from '../facts.ts'
import { demandFeature } from '../features.ts'
import type { Session } from '../session.ts'
import { demandReadable, put } from '../stored.ts'
import { claimsOf, type Subject } from './subject.ts'

const notFound = 404

/** Where versions are kept, nothing that was once written is lost by writing or deleting. */
export function proofsOfVersions(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) => {
    if (!isVersioned(place.bucket)) return []
    return claimsOf(subject, place, 'versions', [
      {
        name: 'what was overwritten can still be read',
        prove: async (session) => {
          demandFeature(session.features, 'versions')
          const first = await put(session, place)
          const second = await put(session, place, { over: first })
          demandTwo(first.version, second.version)
          await demandReadable(session, first, 'the older version')
          const { version: _, ...newest } = second
          await demandReadable(session, newest, 'the newest version')
        },
      },
      {
        name: 'what was deleted can still be read by its version',
        prove: async (session) => {
          demandFeature(session.features, 'versions')
          const { api } = session
          const stored = await put(session, place)
          const { bucket: Bucket, key: Key } = stored
          const deleted = demandDone(await attempt(api.deleteObject({ Bucket, Key })), 'a deletion without a version')
          demandEqual(deleted.DeleteMarker, true, 'whether a marker was set')
          demandRefusal(await attempt(api.getObject({ Bucket, Key })), 'reading what was deleted', notFound)
          demandTwo(stored.version, deleted.VersionId)
          await demandReadable(session, stored, 'the version below the marker')
        },
      },
      {
        name: 'what was deleted comes back with the marker removed',
        prove: async (session) => {
          demandFeature(session.features, 'versions')
          const { api } = session
          const stored = await put(session, place)
          const { bucket: Bucket, key: Key } = stored
          const { VersionId } = await api.deleteObject({ Bucket, Key })
          demandTwo(stored.version, VersionId)
          demandDone(await attempt(api.deleteObject({ Bucket, Key, VersionId })), 'removing the marker')
          const { version: _, ...newest } = stored
          await demandReadable(session, newest, 'what was deleted')
        },
      },
    ])
  })
}

/** Where no versions are kept, all are called `null`. */
function demandTwo(one: string | undefined, other: string | undefined): void {
  if (one === undefined || other === undefined || one === other) throw new Error('the bucket keeps no versions')
}
