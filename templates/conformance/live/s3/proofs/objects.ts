import type { ObjectFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { attempt, demandDone, demandEqual } from '../attempt.ts'
import { type Place, tenantVariable } from '../facts.ts'
import { newKey, prefixOf } from '../keys.ts'
import { packagedObject } from '../package.ts'
import type { Session } from '../session.ts'
import { demandReadable, newBody, put } from '../stored.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Objects lie where the spec says, and come back as they were put. */
export function proofsOfObjects(subject: Subject): readonly Claim<Session>[] {
  return subject.places.flatMap((place) => [
    ...claimsOf(subject, place, 'objects', [readBack(place)]),
    ...(place.object === undefined ? [] : claimsOf(subject, place, 'object keys', keyTries(place, place.object))),
  ])
}

function readBack(place: Place): Try {
  return {
    name: 'what is put under its key is read back, with its media type',
    prove: async (session) => {
      const stored = await put(session, place)
      const { ContentType, ContentLength } = await demandReadable(session, stored, stored.key)
      demandEqual(ContentType, place.contentType, 'media type')
      demandEqual(ContentLength, Buffer.byteLength(stored.body), 'length')
      const { Contents = [] } = await session.api.listObjectsV2({ Bucket: stored.bucket, Prefix: stored.key })
      demandEqual(
        Contents.map(({ Key }) => Key),
        [stored.key],
        'what is listed',
      )
    },
  }
}

function keyTries(place: Place, object: ObjectFact): readonly Try[] {
  return [
    {
      name: 'what the package stores lies under the key that the spec demands',
      prove: async (session) => {
        const { api, generated, used, facts } = session
        const packaged = packagedObject(generated, object)
        demandEqual(packaged.bucket.name, object.bucket, 'bucket')
        const { key, values } = newKey(facts, place, session.next())
        const body = newBody(session)
        const bucket = used.name(place.bucket)
        const request = { Bucket: bucket, Key: packaged.key(values), Body: body, ContentType: packaged.contentType }
        demandDone(await attempt(api.putObject(request)), 'what the package stores')
        const { ContentType } = await demandReadable(session, { bucket, key, values, body }, key)
        demandEqual(ContentType, object.contentType, 'media type')
      },
    },
    {
      name: 'the package knows the key of what is listed',
      prove: async (session) => {
        const stored = await put(session, place)
        const { Contents = [] } = await session.api.listObjectsV2({ Bucket: stored.bucket, Prefix: stored.key })
        const read = packagedObject(session.generated, object).parse(Contents[0]?.Key ?? '')
        if (read === undefined) throw new Error(`the package does not know ${stored.key}`)
        demandEqual(comparable(read), comparable(stored.values), 'what the key is made of')
      },
    },
    ...tenantTries(place, object),
  ]
}

function tenantTries(place: Place, { tenancy, ...object }: ObjectFact): readonly Try[] {
  const isOwned = tenancy === 'required' || tenancy === 'shared'
  if (!isOwned) return []
  return [
    {
      name: "what belongs to a tenant lies below the tenant's prefix, and nobody else's object is there",
      prove: async (session) => {
        const { api, facts, generated, used } = session
        const variable = tenantVariable(facts.tenancy) ?? ''
        const packaged = packagedObject(generated, { ...object, tenancy })
        const [mine, other] = [newKey(facts, place, session.next()), newKey(facts, place, session.next())]
        const bucket = used.name(place.bucket)
        for (const { values } of [mine, other]) {
          await api.putObject({
            Bucket: bucket,
            Key: packaged.key(values),
            Body: 'x',
            ContentType: packaged.contentType,
          })
        }
        const below = prefixOf(facts, String(mine.values[variable]))
        const { Contents = [] } = await api.listObjectsV2({ Bucket: bucket, Prefix: below })
        demandEqual(
          Contents.map(({ Key }) => Key),
          [mine.key],
          `what lies below ${below}`,
        )
      },
    },
    ...(tenancy === 'shared'
      ? [
          {
            name: "what belongs to no tenant lies below nobody's prefix",
            prove: async (session: Session) => {
              const { key, values } = await put(session, place, { tenant: null })
              demandEqual(packagedObject(session.generated, { ...object, tenancy }).key(values), key, 'key')
            },
          },
        ]
      : []),
  ]
}

/** As text, in one order: numbers may be big, and days are dates. */
function comparable(values: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  const text = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))
  return Object.entries(values)
    .map(([name, value]) => [name, text(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
