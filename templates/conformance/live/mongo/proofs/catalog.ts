import type { mongo } from 'mongoose'
import { type Claim, NotProvable } from '../../proof.ts'
import type { Collection, Spec } from '../facts.ts'
import { markCollection } from '../own-database.ts'
import type { Session } from '../session.ts'

/** Something that the database has otherwise than the spec says. */
export interface CatalogDifference {
  /** `collection visits`, `index by_gate of visits`. */
  readonly place: string
  readonly fact: string
  readonly wanted?: string
  readonly found?: string
}

/** Reads a database and compares it with what it should hold. Whoever hands it in knows how. */
export type Verify = (db: mongo.Db) => Promise<readonly CatalogDifference[]>

const guarantee = 'catalog'

/** The database itself says what the spec says, neither more nor less. */
export function proofsOfCatalog(spec: Spec, verify: Verify): readonly Claim<Session>[] {
  const found = new WeakMap<Session, Promise<readonly CatalogDifference[]>>()
  // Proofs leave the catalog as it was, so that it is read once.
  const differences = (session: Session): Promise<readonly CatalogDifference[]> => {
    const known = found.get(session) ?? verify(session.db)
    found.set(session, known)
    return known
  }
  const demandNone = async (session: Session, isMeant: (difference: CatalogDifference) => boolean): Promise<void> => {
    const meant = (await differences(session)).filter(isMeant)
    if (meant.length > 0) throw new Error(meant.map(differenceText).join('\n'))
  }
  return [
    {
      store: 'mongo',
      guarantee,
      name: 'no collection but those of the spec is there',
      prove: async ({ db }) => {
        // A comparison leaves collections of others alone; in this database there are none.
        const known = new Set([markCollection, ...spec.collections.map(({ collection }) => collection)])
        const listed = await db.listCollections({}, { nameOnly: true }).toArray()
        const others = listed.map(({ name }) => name).filter((name) => !(known.has(name) || name.startsWith('system.')))
        if (others.length > 0) throw new Error(`not in the spec: ${others.sort().join(', ')}`)
      },
    },
    {
      store: 'mongo',
      guarantee,
      name: 'the role of the application is as described',
      prove: async (session) => {
        const refused = (await differences(session)).find(
          (difference) => isAboutRole(difference) && difference.fact === 'not to be seen or made',
        )
        if (refused !== undefined) throw new NotProvable(`${refused.found}`)
        await demandNone(session, isAboutRole)
      },
    },
    ...spec.collections.map(
      (collection): Claim<Session> => ({
        store: 'mongo',
        entity: collection.entity,
        guarantee,
        name: 'collection, validator and indexes are as described',
        prove: (session) => demandNone(session, (difference) => isAbout(collection, difference)),
      }),
    ),
  ]
}

function isAbout({ collection }: Collection, { place }: CatalogDifference): boolean {
  return place === `collection ${collection}` || (place.startsWith('index ') && place.endsWith(` of ${collection}`))
}

function isAboutRole({ place }: CatalogDifference): boolean {
  return place.startsWith('role ')
}

function differenceText({ place, fact, wanted = 'nothing', found = 'nothing' }: CatalogDifference): string {
  return `${place}, ${fact}: wanted ${wanted}, found ${found}`
}
