import { type Claim, NotProvable } from '../../proof.ts'
import { type Answer, send } from '../answer.ts'
import { attempt, demandRefusal } from '../attempt.ts'
import type { Place } from '../facts.ts'
import { demandFeature } from '../features.ts'
import type { Session } from '../session.ts'
import { sign } from '../sign.ts'
import { demandReadable, put, type Stored, versionOf } from '../stored.ts'
import { noStranger } from './forged-urls.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Nothing in a bucket is for everybody, nor for a user of the same server who was not let in. */
export function proofsOfStrangers(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) =>
    claimsOf(subject, place, 'public access', [...anonymous(place), ...opening(place), stranger(place)]),
  )
}

/** The plain address of an object, as a browser has it. */
async function addressOf({ api, clock }: Session, { bucket, key }: Stored): Promise<string> {
  const url = new URL(await sign(api, { method: 'GET', bucket, key, seconds: 60, from: clock.now() }))
  url.search = ''
  return url.href
}

/** Some servers ask who it is instead of saying no. */
function demandKeptOut({ status }: Answer, what: string): void {
  if (status !== 401 && status !== 403) throw new Error(`${what} without credentials was answered with ${status}`)
}

function anonymous(place: Place): readonly Try[] {
  const without = (name: string, request: (address: string, key: string) => readonly [string, RequestInit?]): Try => ({
    name: `${name} without credentials is refused`,
    prove: async (session) => {
      demandFeature(session.features, 'signatures')
      const stored = await put(session, place)
      const address = await addressOf(session, stored)
      demandKeptOut(await send(...request(address, stored.key)), name)
      const { version: _, ...newest } = stored
      await demandReadable(session, newest, 'the object')
    },
  })
  return [
    without('reading', (address) => [address]),
    without('writing', (address) => [address, { method: 'PUT', body: 'by nobody' }]),
    without('deleting', (address) => [address, { method: 'DELETE' }]),
    without('listing', (address, key) => [address.slice(0, -key.length)]),
  ]
}

async function toBeOpened(session: Session, place: Place): Promise<Stored> {
  demandFeature(session.features, 'signatures')
  demandFeature(session.features, 'publicAccessBlock')
  return await put(session, place)
}

/** Even who owns the bucket does not open it by mistake. */
function opening(place: Place): readonly Try[] {
  return [
    {
      name: 'an object is not opened to everybody by its ACL',
      prove: async (session) => {
        const stored = await toBeOpened(session, place)
        // Refused, or taken and without effect: either will do.
        await attempt(session.api.putObjectAcl({ ...versionOf(stored), ACL: 'public-read' }))
        demandKeptOut(await send(await addressOf(session, stored)), 'reading')
      },
    },
    {
      name: "an object is not opened to everybody by the bucket's policy",
      prove: async (session) => {
        const { api } = session
        const stored = await toBeOpened(session, place)
        const { bucket: Bucket, key } = stored
        const before = await attempt(api.getBucketPolicy({ Bucket }))
        const allow = {
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::${Bucket}/${key}`,
        }
        const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow] })
        const opened = await attempt(api.putBucketPolicy({ Bucket, Policy }))
        try {
          demandKeptOut(await send(await addressOf(session, stored)), 'reading')
        } finally {
          if ('done' in opened) await api.deleteBucketPolicy({ Bucket })
          if ('done' in opened && 'done' in before) await api.putBucketPolicy({ Bucket, Policy: before.done.Policy })
        }
      },
    },
  ]
}

function stranger(place: Place): Try {
  return {
    name: 'a second user of the server is refused',
    prove: async (session) => {
      const { stranger: user } = session
      if (user === undefined) throw new NotProvable(noStranger)
      const stored = await put(session, place)
      const { bucket: Bucket, key: Key } = stored
      demandRefusal(await attempt(user.getObject({ Bucket, Key })), 'reading')
      demandRefusal(await attempt(user.putObject({ Bucket, Key, Body: 'x' })), 'writing')
      demandRefusal(await attempt(user.deleteObject({ Bucket, Key })), 'deleting')
      demandRefusal(await attempt(user.listObjectsV2({ Bucket })), 'listing')
      await demandReadable(session, stored, 'the object')
    },
  }
}
