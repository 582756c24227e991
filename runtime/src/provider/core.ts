import { collect } from '../collect/collect.ts'
import type { Description } from '../description/description.ts'
import { Forbidden } from '../errors/errors.ts'
import { fsck } from '../fsck/fsck.ts'
import { converted } from '../observe/converted.ts'
import { observerOf } from '../observe/observer-of.ts'
import type { Watch } from '../observe/watch.ts'
import { drain } from '../relay/drain.ts'
import type { Secrets } from '../scoped/secrets.ts'
import type { KeyProvider } from '../secrets/key-provider.ts'
import { rotateSecrets } from '../secrets/rotate.ts'
import { secretsOf } from '../secrets/secrets.ts'
import { demandStagingBucket } from '../split/prepared.ts'
import type { Scope } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { dbOf } from './db.ts'
import { type Checking, checkedDuring } from './fsck-during.ts'
import type { Guard } from './guard.ts'
import { Life } from './life.ts'
import type { Maintenance } from './maintenance.ts'
import type { ProviderOptions, ProviderParts } from './options.ts'
import { ScopeLife } from './scope-life.ts'
import { settingsOf } from './settings.ts'
import { serversOf } from './stores-of.ts'
import { KnownTenants } from './tenants.ts'
import { within } from './within.ts'

/** What providers of both kinds are made of. */
export interface Core {
  readonly stores: Stores
  /** For upkeep, which may have logins of its own. */
  readonly systemStores: Stores
  readonly observer: Watch
  readonly tenants: KnownTenants
  readonly secrets: Secrets
  readonly maintenance: Maintenance
  /** What is to be waited for at the end. @throws Closed */
  during<T>(work: () => Promise<T>): Promise<T>
  /** The same, with errors of the data layer alone. */
  task<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Gives the work a client of the scope, which is of no use afterwards. */
  inScope<Db, T>(scope: Scope, work: (db: Db) => T | PromiseLike<T>, clientOf?: typeof dbOf): Promise<T>
}

export function coreOf(parts: ProviderParts, options: ProviderOptions): Core {
  const { description } = parts
  const settings = settingsOf(description, options)
  if (locksObjects(description)) demandStagingBucket(description)
  const observer = observerOf(options)
  const servers = serversOf(parts, settings, options, observer)
  const { stores, system } = servers
  const secrets = secretsOf(description, options.keys)
  const life = new Life()
  const during: Core['during'] = (work) => life.during(work)

  const tenants = new KnownTenants(stores)
  const removed = (member: string): void => {
    if (member === description.tenancy?.entity || member === description.tenancy?.user) tenants.forget()
  }

  /** A task of the provider's own, which says itself what it does: errors are of the data layer alone. */
  const task = <T>(name: string, work: () => Promise<T>): Promise<T> =>
    during(() =>
      work().catch((error: unknown) => {
        throw converted(error, name)
      }),
    )

  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= (async () => {
      if (!(await life.end(settings.timeouts.closeMs)))
        observer.log('warning', 'provider.close did not wait for all that was running', {
          waitedMs: settings.timeouts.closeMs,
        })
      await within(settings.timeouts.closeMs, servers.close()).catch((error: unknown) => {
        throw converted(error, 'provider.close')
      })
    })()
    return closing
  }

  const checking: Checking = {
    check: (given) => fsck(system.stores, observer, given),
    tenant: (given) => tenants.evenDeleted(given),
  }

  return {
    stores,
    systemStores: system.stores,
    observer,
    secrets,
    during,
    tenants,
    task,
    maintenance: {
      relay: { drain: (given) => task('relay.drain', () => drain(system.stores, observer, given)) },
      collect: (given) => task('collect', () => collect(system.stores, observer, given)),
      rotateSecrets: (given) =>
        task('rotateSecrets', () => rotateSecrets({ ...system, observer }, demandKeys(options), given)),
      fsck: (given) => checkedDuring(life, checking, given),
      close,
      [Symbol.asyncDispose]: close,
    },
    inScope: async <Db, T>(scope: Scope, work: (db: Db) => T | PromiseLike<T>, clientOf = dbOf): Promise<T> => {
      const scopeLife = new ScopeLife(life)
      const { stores: own, model } = scope.kind === 'system' ? system : servers
      const context = { stores: own, scope, secrets, observer, model }
      try {
        // What `db` holds is for the generated types to say.
        return await work(clientOf(context, { ...guardOf(observer, scopeLife), removed }) as Db)
      } finally {
        scopeLife.end()
      }
    },
  }
}

function guardOf(watch: Watch, life: ScopeLife): Guard {
  return { watch, check: () => life.check(), whenEnded: (work, isEndless) => life.whenEnded(work, isEndless) }
}

function demandKeys({ keys }: ProviderOptions): KeyProvider {
  if (keys !== undefined) return keys
  throw new Forbidden('rotating secrets without keys', {}, 'Give createProvider a key provider: `keys`.')
}

/** What is written once is staged first, in a bucket that has no lock. */
function locksObjects({ entities, s3 }: Description): boolean {
  return Object.values(entities).some(({ objects }) =>
    Object.values(objects).some(({ bucket }) => s3?.buckets[bucket]?.lock !== undefined),
  )
}
