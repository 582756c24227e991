import { createHash } from 'node:crypto'
import type { Claim } from '../../proof.ts'
import { demandForbidden, demandTaken, send } from '../answer.ts'
import { attempt, demandDone, demandEqual } from '../attempt.ts'
import type { Place } from '../facts.ts'
import { demandFeature } from '../features.ts'
import { type Key, newKey } from '../keys.ts'
import type { Session } from '../session.ts'
import { sign } from '../sign.ts'
import { modeOf, newBody } from '../stored.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What is uploaded past the application by a signed URL is what was agreed on, and nothing else. */
export function proofsOfUploads(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) =>
    claimsOf(subject, place, 'limits of uploads', [
      ...limits(place),
      ...(place.bucket.lock === undefined ? [] : [lockedUpload(place)]),
    ]),
  )
}

type Headers = Readonly<Record<string, string>>

const ample = 300

/** Signs an upload and sends something with it. */
async function uploaded(
  session: Session,
  place: Place,
  { key }: Key,
  signed: Headers,
  sent: { readonly body: string; readonly headers: Headers },
): ReturnType<typeof send> {
  demandFeature(session.features, 'signatures')
  const bucket = session.used.name(place.bucket)
  const from = session.clock.now()
  const url = await sign(session.api, { method: 'PUT', bucket, key, seconds: ample, from, headers: signed })
  return await send(url, { method: 'PUT', ...sent })
}

function limits(place: Place): readonly Try[] {
  const agreed = (body: string): Headers => ({
    'content-type': place.contentType,
    'content-length': String(Buffer.byteLength(body)),
  })
  /** What is sent is measured by whoever sends it. */
  const headers = { 'content-type': place.contentType }
  const refused = (
    name: string,
    change: (body: string) => { readonly body: string; readonly headers: Headers },
  ): Try => ({
    name: `${name} is refused`,
    prove: async (session) => {
      const key = newKey(session.facts, place, session.next())
      const body = newBody(session)
      demandForbidden(await uploaded(session, place, key, agreed(body), change(body)), name)
      const found = await attempt(session.api.headObject({ Bucket: session.used.name(place.bucket), Key: key.key }))
      if ('done' in found) throw new Error(`${name} was refused, and kept all the same`)
    },
  })
  return [
    {
      name: 'what has the size and the media type that were signed is taken',
      prove: async (session) => {
        const body = newBody(session)
        const key = newKey(session.facts, place, session.next())
        demandTaken(await uploaded(session, place, key, agreed(body), { body, headers }), 'what was agreed on')
      },
    },
    refused('one byte more than was signed', (body) => ({ body: `${body}+`, headers })),
    refused('one byte less than was signed', (body) => ({ body: body.slice(0, -1), headers })),
    refused('another media type than was signed', (body) => ({ body, headers: { 'content-type': 'text/html' } })),
  ]
}

/** A lock that is signed stays a header: in the query some servers overlook it, and nothing would be locked. */
function lockedUpload(place: Place): Try {
  return {
    name: 'what is uploaded with a signed lock is locked, and not without it',
    prove: async (session) => {
      const { api, clock, features, lockSeconds } = session
      demandFeature(features, 'locks')
      const body = newBody(session)
      const until = clock.in(lockSeconds)
      const headers = {
        'content-type': place.contentType,
        'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
        'x-amz-object-lock-mode': modeOf(place),
        'x-amz-object-lock-retain-until-date': until.toISOString(),
      }
      const { 'x-amz-object-lock-mode': _, 'x-amz-object-lock-retain-until-date': __, ...unlocked } = headers
      const key = newKey(session.facts, place, session.next())
      demandForbidden(
        await uploaded(session, place, key, headers, { body, headers: unlocked }),
        'the upload without its lock',
      )
      demandTaken(await uploaded(session, place, key, headers, { body, headers }), 'the upload with its lock')
      const address = { Bucket: session.used.name(place.bucket), Key: key.key }
      const kept = demandDone(await attempt(api.headObject(address)), 'reading what was uploaded')
      demandEqual(kept.ObjectLockMode, modeOf(place), 'mode of the lock')
      const removal = await attempt(api.deleteObject({ ...address, VersionId: kept.VersionId }))
      if ('done' in removal) throw new Error('deleting what was uploaded with a lock was not refused')
    },
  }
}
