import { openProvider } from '../../../runtime/src/provider/open-provider.ts'
import type { ProviderOptions, ProviderParts, S3Credentials } from '../../../runtime/src/provider/options.ts'
import type { Provider } from '../../../runtime/src/provider/provider.ts'
import { settingsOf } from '../../../runtime/src/provider/settings.ts'
import { type Servers, serversOf } from '../../../runtime/src/provider/stores-of.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { Db } from './db.ts'
import { testKeys } from './test-keys.ts'

/** Where the stores of a world are; plain data, so that another process can be told. */
export interface WorldFacts {
  /** Of the spec. */
  readonly folder: string
  /** As a login that may take on the roles of application, system and loader and has nothing else. */
  readonly postgresUrl: string
  readonly mongoUrl: string
  readonly s3: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: S3Credentials
    /** Real names by the spec's. */
    readonly buckets: Readonly<Record<string, string>>
  }
}

export type WorldProvider = Provider<Db, Db, Lookups>

/** Finds records before their tenant is known: `lookup.user.byEmail`. */
export type Lookups = Readonly<Record<string, Readonly<Record<string, (text: string) => Promise<readonly FoundId[]>>>>>

export interface FoundId {
  readonly tenant: { readonly id: string; readonly refId: string }
  readonly refId: string
}

function optionsOf({ postgresUrl, mongoUrl, s3 }: WorldFacts, options: ProviderOptions = {}): ProviderOptions {
  return {
    postgresUrl,
    mongoUrl,
    keys: testKeys,
    ...options,
    s3: { ...s3, pathStyle: true, ...options.s3 },
  }
}

export function providerAt(parts: ProviderParts, facts: WorldFacts, options?: ProviderOptions): WorldProvider {
  return openProvider(parts, optionsOf(facts, options))
}

/** The stores beneath a provider, for tests of what works on these. */
export function storesAt(parts: ProviderParts, facts: WorldFacts, options?: ProviderOptions): Servers {
  const given = optionsOf(facts, options)
  return serversOf(parts, settingsOf(parts.description, given), given, silent)
}
