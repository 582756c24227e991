import type { Claim } from '../../proof.ts'
import { demandForbidden, demandTaken, send } from '../answer.ts'
import { demandEqual } from '../attempt.ts'
import type { Place } from '../facts.ts'
import { demandFeature } from '../features.ts'
import { newKey } from '../keys.ts'
import { packagedObject } from '../package.ts'
import type { Session } from '../session.ts'
import { type Grant, sign } from '../sign.ts'
import { demandReadable, newBody, put } from '../stored.ts'
import { forgeries } from './forged-urls.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Whoever has a signed URL may do what it says, as long as it says, and nothing else. */
export function proofsOfSignedUrls(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) =>
    claimsOf(subject, place, 'pre-signed URLs', [
      download(place),
      upload(place),
      ...lifetimes(place),
      ...forgeries(place),
    ]),
  )
}

/** Seconds that no proof outlasts. */
const ample = 300

function download(place: Place): Try {
  return {
    name: 'an object is downloaded, with its media type',
    prove: async (session) => {
      const stored = await put(session, place)
      const url = await sign(session.api, { method: 'GET', ...stored, seconds: ample, from: session.clock.now() })
      const answer = await send(url)
      demandTaken(answer, 'the download')
      demandEqual(answer.text, stored.body, 'what was downloaded')
      demandEqual(answer.headers.get('content-type'), place.contentType, 'media type')
    },
  }
}

function upload(place: Place): Try {
  return {
    name: 'an object is uploaded, with its media type',
    prove: async (session) => {
      const { key, values } = newKey(session.facts, place, session.next())
      const bucket = session.used.name(place.bucket)
      const headers = { 'content-type': place.contentType }
      const from = session.clock.now()
      const url = await sign(session.api, { method: 'PUT', bucket, key, seconds: ample, from, headers })
      const body = newBody(session)
      demandTaken(await send(url, { method: 'PUT', body, headers }), 'the upload')
      const { ContentType } = await demandReadable(session, { bucket, key, values, body }, 'what was uploaded')
      demandEqual(ContentType, place.contentType, 'media type')
    },
  }
}

/** The URL is signed in the past instead of waited for: the server sees no difference. */
function lifetimes(place: Place): readonly Try[] {
  const { object } = place
  const grantOf = async (session: Session): Promise<Pick<Grant, 'method' | 'bucket' | 'key'>> => {
    demandFeature(session.features, 'signatures')
    const { bucket, key } = await put(session, place)
    return { method: 'GET', bucket, key }
  }
  const seconds = 20
  return [
    {
      name: 'one whose time is over is refused',
      prove: async (session) => {
        const grant = await grantOf(session)
        const { clock, api } = session
        demandTaken(
          await send(await sign(api, { ...grant, seconds: seconds * 2, from: clock.ago(seconds) })),
          'a URL in its time',
        )
        const late = await sign(api, { ...grant, seconds, from: clock.ago(seconds + 2) })
        demandForbidden(await send(late), 'a URL whose time is over')
      },
    },
    ...(object === undefined
      ? []
      : [
          {
            name: `one that the package lets live is good for ${object.presignSeconds} seconds, and no longer`,
            prove: async (session: Session) => {
              const grant = await grantOf(session)
              const { clock, api, generated } = session
              const { presignSeconds } = packagedObject(generated, object)
              const signedAgo = (ago: number): Promise<string> =>
                sign(api, { ...grant, seconds: presignSeconds, from: clock.ago(ago) })
              const almost = Math.floor(object.presignSeconds * 0.9)
              demandTaken(await send(await signedAgo(almost)), `the URL after ${almost} seconds`)
              const over = object.presignSeconds + 2
              demandForbidden(await send(await signedAgo(over)), `the URL after ${over} seconds`)
            },
          },
        ]),
  ]
}
