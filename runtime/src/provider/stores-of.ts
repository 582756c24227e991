import type { Description } from '../description/description.ts'
import { type MongoStore, mongoStore } from '../mongo/mongo-store.ts'
import { postgresStore } from '../postgres/postgres-store.ts'
import { s3Store } from '../s3/s3-store.ts'
import type { Observer } from '../scoped/observer.ts'
import type { Stores } from '../stores/stores.ts'
import type { ProviderOptions, ProviderParts } from './options.ts'
import type { Settings } from './settings.ts'

/** The servers as one login sees them, and the models of MongoDB. */
export interface Login {
  readonly stores: Stores
  model(name: string): Promise<unknown>
}

/** The servers; none is connected to before it is used. */
export interface Servers extends Login {
  /** For scopes of the system and for upkeep; the same where no other login is given. */
  readonly system: Login
  /** Ends the connections that were made. */
  close(): Promise<void>
}

export function serversOf(
  parts: ProviderParts,
  settings: Settings,
  options: Pick<ProviderOptions, 'now' | 'stores'>,
  observer: Observer,
): Servers {
  const { description } = parts
  const { timeouts, retries, maxConnections } = settings
  const closers: (() => Promise<void>)[] = []
  const common = { description, timeouts, retries, observer }
  const once = <Store extends { close(): Promise<void> }>(make: () => Store): (() => Store) => {
    let made: Store | undefined
    return () => {
      if (made === undefined) {
        made = make()
        const store = made
        closers.push(() => store.close())
      }
      return made
    }
  }
  const postgres = once(() =>
    postgresStore({
      ...common,
      ...given(settings.postgres, description, 'PostgreSQL'),
      client: (adapter) => given(parts, description, 'PostgreSQL').prismaClient?.(adapter as never),
      maxConnections,
    }),
  )
  const documentsAt = (url: string | undefined): (() => MongoStore) =>
    once(() =>
      mongoStore({
        ...common,
        ...given(settings.mongo, description, 'MongoDB'),
        ...(url === undefined ? {} : { url }),
        models: (connection) => parts.models?.(connection as never) ?? {},
        maxConnections,
      }),
    )
  const objects = once(() => s3Store({ ...common, ...given(settings.s3, description, 'S3') }))
  const { now = () => new Date(), stores: between = (stores) => stores } = options
  const loginWith = (documents: () => MongoStore): Login => ({
    stores: between({
      description,
      get postgres() {
        return postgres()
      },
      get documents() {
        return documents()
      },
      get objects() {
        return objects()
      },
      bucket: (name) => bucketNamed(settings, name),
      now,
    }),
    model: (name) => documents().model(name),
  })
  const login = loginWith(documentsAt(undefined))
  const { systemUrl } = settings.mongo ?? {}
  return {
    ...login,
    system: systemUrl === undefined ? login : loginWith(documentsAt(systemUrl)),
    close: () => closeAll(closers),
  }
}

/** @throws TypeError for a store that the spec does not have: nothing generated asks for it */
function given<Part>(part: Part | undefined, { project }: Description, what: string): Part {
  if (part === undefined) throw new TypeError(`${project} keeps nothing in ${what}`)
  return part
}

function bucketNamed({ s3 }: Settings, name: string): string {
  const real = s3 !== undefined && Object.hasOwn(s3.buckets, name) ? s3.buckets[name] : undefined
  if (real === undefined) throw new TypeError(`the spec has no bucket ${name}`)
  return real
}

/** All of them, though one refuses. */
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  const ends = await Promise.allSettled(closers.map((close) => close()))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
