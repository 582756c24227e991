import type { Claim } from '../../proof.ts'
import { attempt, codes, demandDone, demandRefusal } from '../attempt.ts'
import { documentOf, newTenant } from '../documents/document.ts'
import { type Collection, fieldOf, type Spec } from '../facts.ts'
import type { Session } from '../session.ts'
import { claimsOf, type Try } from './subject.ts'

const guarantee = 'expiry'

/** It looks once a minute, and one under load takes longer. */
const usualPatience = 100_000

const minute = 60_000

export interface Pace {
  /** Why nobody waits for a server's sweep; absent where somebody does. */
  readonly hurry?: string
  /** Milliseconds within which a server removes what has expired. */
  readonly patience?: number
}

/** Documents go when their time has come, and not before. */
export function proofsOfExpiry(spec: Spec, { hurry, patience = usualPatience }: Pace): readonly Claim<Session>[] {
  const waits = new WeakMap<Session, Promise<ReadonlyMap<string, string | undefined>>>()
  // All collections wait for the same sweep.
  const swept = (session: Session): Promise<ReadonlyMap<string, string | undefined>> => {
    const known = waits.get(session) ?? sweep(session, patience)
    waits.set(session, known)
    return known
  }
  return spec.collections.flatMap((collection) =>
    claimsOf(spec, collection, guarantee, [
      ...(collection.expire === undefined
        ? []
        : [
            dated(collection, collection.expire.field),
            hurry === undefined ? live(collection, swept) : { name: sweeping, reason: hurry },
          ]),
    ]),
  )
}

const sweeping = 'the server removes a document whose time has come, and leaves one whose time has not'

function live(
  { collection }: Collection,
  swept: (session: Session) => Promise<ReadonlyMap<string, string | undefined>>,
): Try {
  return {
    name: sweeping,
    prove: async (session) => {
      const wrong = (await swept(session)).get(collection)
      if (wrong !== undefined) throw new Error(wrong)
    },
  }
}

/** Puts a document on either side of its time into every collection and waits. Says of each what is wrong with it. */
async function sweep(session: Session, patience: number): Promise<ReadonlyMap<string, string | undefined>> {
  const expiring = session.spec.collections.filter(({ expire }) => expire !== undefined)
  for (const collection of expiring) {
    const { expire = { field: '', seconds: 0 } } = collection
    const documents = await session.emptied(collection)
    const end = Date.now() - expire.seconds * 1000
    const tenant = newTenant(collection)
    for (const offset of [-minute, 60 * minute]) {
      const document = documentOf(session, collection, tenant, { [expire.field]: new Date(end + offset) })
      demandDone(await attempt(() => documents.insertOne({ ...document })), 'a document')
    }
  }
  const until = Date.now() + patience
  let wrong = await leftIn(session, expiring)
  while (Date.now() < until && [...wrong.values()].some((text) => text !== undefined)) {
    await new Promise((done) => setTimeout(done, 200))
    wrong = await leftIn(session, expiring)
  }
  return wrong
}

async function leftIn(session: Session, expiring: readonly Collection[]): Promise<Map<string, string | undefined>> {
  const now = Date.now()
  const entries = expiring.map(async (one): Promise<readonly [string, string | undefined]> => {
    const { expire = { field: '', seconds: 0 }, collection } = one
    const { at } = fieldOf(one, expire.field)
    const left = await session.db.collection(collection).find().toArray()
    const due = left.filter((document) => Number(document[at]) + expire.seconds * 1000 <= now)
    const said = [
      ...(due.length === 0 ? [] : ['a document is still there that was to go']),
      ...(left.length - due.length === 1 ? [] : ['the document went that was to stay']),
    ]
    return [collection, said.length === 0 ? undefined : said.join('; ')]
  })
  return new Map(await Promise.all(entries))
}

/** What is no date stays for ever, whatever the index says. */
function dated(collection: Collection, name: string): Try {
  const { at } = fieldOf(collection, name)
  return {
    name: `what is no date in ${name}, and so would never expire, is refused`,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      const document = documentOf(session, collection, newTenant(collection))
      const date = new Date()
      for (const [what, value] of [
        ['a text', date.toISOString()],
        ['a number', date.getTime()],
        ['a document', { date }],
        ['an empty list', []],
      ]) {
        const outcome = await attempt(() => documents.insertOne({ ...document, [at]: value }))
        demandRefusal(outcome, { code: codes.invalid }, `${what} in ${name}`)
      }
    },
  }
}
