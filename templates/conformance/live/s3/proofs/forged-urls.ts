import { randomBytes } from 'node:crypto'
import type { S3 } from '@aws-sdk/client-s3'
import { NotProvable } from '../../proof.ts'
import { demandForbidden, demandTaken, send } from '../answer.ts'
import { clientLike } from '../client.ts'
import type { Place } from '../facts.ts'
import { demandFeature, withOtherSignature } from '../features.ts'
import type { Session } from '../session.ts'
import { type Grant, sign } from '../sign.ts'
import { demandReadable, put, type Stored } from '../stored.ts'
import type { Try } from './subject.ts'

const ample = 300

/** Something that somebody makes of a URL that was signed for another purpose. */
interface Forgery {
  readonly name: string
  /** What is signed, and what is then sent. The object that it aims at must stay as it is. */
  readonly grant: Pick<Grant, 'method' | 'headers'>
  request(url: string, other: Stored): readonly [url: string, init?: RequestInit]
}

const get: Forgery['grant'] = { method: 'GET' }
const text = { 'content-type': 'text/plain', 'x-amz-meta-note': 'signed' }

const all: readonly Forgery[] = [
  { name: 'one whose signature was changed', grant: get, request: (url) => [withOtherSignature(url)] },
  { name: 'one that was turned to another key', grant: get, request: (url, other) => [withKey(url, other)] },
  { name: 'one whose life was prolonged', grant: get, request: (url) => [withQuery(url, 'X-Amz-Expires', '86400')] },
  {
    name: 'one that asks for another media type than it was signed for',
    grant: get,
    request: (url) => [withQuery(url, 'response-content-type', 'text/html')],
  },
  { name: 'one for reading, used to write', grant: get, request: (url) => [url, { method: 'PUT', body: 'forged' }] },
  { name: 'one for reading, used to delete', grant: get, request: (url) => [url, { method: 'DELETE' }] },
  { name: 'one for writing, used to read', grant: { method: 'PUT' }, request: (url) => [url] },
  {
    name: 'one for writing, used to delete',
    grant: { method: 'PUT' },
    request: (url) => [url, { method: 'DELETE' }],
  },
  {
    name: 'one with a signed header, which is sent with another value',
    grant: { method: 'PUT', headers: text },
    request: (url) => [url, { method: 'PUT', body: 'forged', headers: { ...text, 'x-amz-meta-note': 'changed' } }],
  },
  {
    name: 'one with a signed header, which is left out',
    grant: { method: 'PUT', headers: text },
    request: (url) => [url, { method: 'PUT', body: 'forged', headers: { 'content-type': 'text/plain' } }],
  },
]

export function forgeries(place: Place): readonly Try[] {
  return [
    ...all.map(
      (forgery): Try => ({ name: `${forgery.name} is refused`, prove: (session) => forged(session, place, forgery) }),
    ),
    ...strangers(place),
  ]
}

async function forged(session: Session, place: Place, { name, grant, request }: Forgery): Promise<void> {
  demandFeature(session.features, 'signatures')
  const [stored, other] = [await put(session, place), await put(session, place)]
  const whole = { ...grant, bucket: stored.bucket, key: stored.key, seconds: ample, from: session.clock.now() }
  demandForbidden(await send(...request(await sign(session.api, whole), other)), name)
  await demandReadable(session, newest(stored), 'the object')
}

/** By its key alone: a newer version would show. */
function newest({ version: _, ...stored }: Stored): Stored {
  return stored
}

function withQuery(url: string, name: string, value: string): string {
  const changed = new URL(url)
  changed.searchParams.set(name, value)
  return changed.href
}

function withKey(url: string, { key }: Stored): string {
  const changed = new URL(url)
  const own = key.split('/').map(encodeURIComponent)
  changed.pathname = [...changed.pathname.split('/').slice(0, -own.length), ...own].join('/')
  return changed.href
}

/** Signed by somebody who may not. */
function strangers(place: Place): readonly Try[] {
  const tried = async (session: Session, signer: S3, what: string): Promise<void> => {
    demandFeature(session.features, 'signatures')
    const stored = await put(session, place)
    const grant = { bucket: stored.bucket, key: stored.key, seconds: ample, from: session.clock.now() }
    // The same URL by the owner is good.
    demandTaken(await send(await sign(session.api, { method: 'GET', ...grant })), "the owner's URL")
    demandForbidden(await send(await sign(signer, { method: 'GET', ...grant })), `reading by ${what}`)
    const write = await sign(signer, { method: 'PUT', ...grant })
    demandForbidden(await send(write, { method: 'PUT', body: 'forged' }), `writing by ${what}`)
    await demandReadable(session, newest(stored), 'the object')
  }
  return [
    {
      name: 'one that was signed with another secret is refused',
      prove: async (session) => {
        const { accessKeyId } = await session.api.config.credentials()
        const signer = await clientLike(session.api, { accessKeyId, secretAccessKey: randomBytes(20).toString('hex') })
        await tried(session, signer, 'another secret')
      },
    },
    {
      name: 'one that was signed by nobody the server knows is refused',
      prove: async (session) => {
        const accessKeyId = `CONFORMANCE${randomBytes(5).toString('hex').toUpperCase()}`
        const signer = await clientLike(session.api, { accessKeyId, secretAccessKey: randomBytes(20).toString('hex') })
        await tried(session, signer, 'a key that nobody has')
      },
    },
    {
      name: 'one that was signed by a second user is refused',
      prove: async (session) => {
        const { stranger } = session
        if (stranger === undefined) throw new NotProvable(noStranger)
        await tried(session, stranger, 'a second user')
      },
    },
  ]
}

export const noStranger = 'there is no second user: S3_OTHER_ACCESS_KEY_ID and S3_OTHER_SECRET_ACCESS_KEY are not set'
