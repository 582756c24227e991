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

/** The header: one line a store, those that no suite asked for too. */
export function serverLines(started: readonly ServerFacts[]): readonly string[] {
  return Object.entries(titles).map(([store, title]) => {
    const facts = started.find((server) => server.store === store)
    if (facts === undefined) return `${title}: no test asked for a server`
    if (facts.kind === 'none') return `${title}: NONE (${facts.origin})`
    const kind = facts.kind === 'real' ? 'real' : `STAND-IN, proves nothing of ${title}`
    return [`${title}: ${facts.product} (${kind}; ${facts.origin})`, ...facts.remarks].join('; ')
  })
}
