/** What a suite can ask for. */
export type Store = 'postgres' | 'mongo' | 's3'

/** Which server stands behind a store in this run: what the header says of it. */
export interface ServerFacts {
  readonly store: Store
  /** The version, and the product where it is not that of the store, as the server itself says: `16.14`, `radosgw 16.2.15`. */
  readonly product: string
  /** A stand-in behaves like the product as far as it goes, and proves nothing of it. `none`: suites asked in vain. */
  readonly kind: 'real' | 'stand-in' | 'none'
  /** Where it was found: a variable, the PATH, npm. Where there is none, why. */
  readonly origin: string
  /** What a reader of a green run has to know: what it cannot do, why nothing better was found. */
  readonly remarks: readonly string[]
}

const titles: Readonly<Record<Store, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB', s3: 'S3' }

/** One line of the header: which server, which version, real or not. */
export function serverLine({ store, product, kind, origin, remarks }: ServerFacts): string {
  const title = titles[store]
  if (kind === 'none') return `${title}: NONE (${origin})`
  const worth = kind === 'real' ? 'real' : `STAND-IN, proves nothing of ${title}`
  return [`${title}: ${product} (${worth}; ${origin})`, ...remarks].join('; ')
}

/** All of them, those that no suite asked for too. */
export function serverLines(started: readonly ServerFacts[]): readonly string[] {
  return Object.entries(titles).map(([store, title]) => {
    const facts = started.find((server) => server.store === store)
    return facts === undefined ? `${title}: no test asked for a server` : serverLine(facts)
  })
}
