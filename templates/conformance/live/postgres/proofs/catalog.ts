import type { Claim } from '../../proof.ts'
import type { Connection } from '../connection.ts'
import type { Table } from '../facts.ts'
import type { Session } from '../session.ts'
import { generalClaims, type Subject } from './subject.ts'

/** Something that the database has otherwise than the spec says. */
export interface CatalogDifference {
  /** `table loans`, `index loans_pkey of loans`, `role app`. */
  readonly place: string
  readonly fact: string
  readonly wanted?: string
  readonly found?: string
}

/** Reads the catalog of a database and compares it with what it should hold. Whoever hands it in knows how. */
export type Verify = (client: {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}) => Promise<readonly CatalogDifference[]>

const guarantee = 'catalog'

/** The database's own catalog says what the spec says, neither more nor less. */
export function proofsOfCatalog(subject: Subject, verify: Verify): readonly Claim<Session>[] {
  const { spec } = subject
  const found = new WeakMap<Session, Promise<readonly CatalogDifference[]>>()
  // The catalog stays as it is while proofs run, so that it is read once.
  const differences = (session: Session): Promise<readonly CatalogDifference[]> => {
    const known = found.get(session) ?? session.reading((db) => verify(clientOf(db)))
    found.set(session, known)
    return known
  }
  const demandNone = async (session: Session, isMeant: (difference: CatalogDifference) => boolean): Promise<void> => {
    const meant = (await differences(session)).filter(isMeant)
    if (meant.length > 0) throw new Error(meant.map(differenceText).join('\n'))
  }
  // Whether a superuser was there to give it is said where the role itself is tried.
  const isNoted = ({ place, fact }: CatalogDifference): boolean =>
    place === `role ${spec.roles?.backup}` && fact === 'bypasses row level security'
  return [
    ...generalClaims(guarantee, [
      {
        name: 'roles, schemas, functions and tables of its own are as described',
        prove: (session) =>
          demandNone(
            session,
            (difference) => !isNoted(difference) && !spec.tables.some((table) => isAbout(table, difference)),
          ),
      },
    ]),
    ...spec.tables.flatMap((table) => [
      {
        store: 'postgres',
        entity: table.entity,
        guarantee,
        name: 'columns, constraints, indexes, triggers, policies and rights are as described',
        prove: (session: Session) => demandNone(session, (difference) => isAbout(table, difference)),
      } as const,
    ]),
  ]
}

function clientOf(db: Connection): Parameters<Verify>[0] {
  return { query: (text, values) => db.query(text, values) }
}

function isAbout({ table, view }: Table, { place }: CatalogDifference): boolean {
  return (
    place === `table ${table}` || place.endsWith(` of ${table}`) || (view !== undefined && place === `view ${view}`)
  )
}

function differenceText({ place, fact, wanted = 'nothing', found = 'nothing' }: CatalogDifference): string {
  return `${place}, ${fact}: wanted ${wanted}, found ${found}`
}
