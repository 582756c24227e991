import type { S3 } from '@aws-sdk/client-s3'
import type { BucketFact } from '../../expected/facts.ts'
import type { Clock } from './clock.ts'
import type { S3Facts } from './facts.ts'
import type { Features } from './features.ts'
import type { GeneratedPackage } from './package.ts'
import type { Sessions } from './sessions.ts'

/** What a proof works on. */
export interface Session {
  readonly facts: S3Facts
  readonly api: S3
  /** A client of a second user. */
  readonly stranger?: S3
  /** Who gives sessions whose rights are narrowed by a policy. */
  readonly sessions: Sessions
  readonly features: Features
  readonly clock: Clock
  readonly generated: GeneratedPackage
  /** For how many seconds a trial locks something. */
  readonly lockSeconds: number
  /** The buckets exactly as the package makes them. Nothing is ever put into one: it would be locked for years. */
  readonly described: OwnBuckets
  /** The buckets into which objects are put: without default retention. */
  readonly used: OwnBuckets
  /** A number that nobody had before. */
  next(): number
}

/** Buckets of these tests' making that stand for those of the spec. */
export interface OwnBuckets {
  /** The real name of what the spec calls so. @throws Error where there is none */
  name(bucket: BucketFact): string
  /** The variables that name them, as the package reads them. */
  readonly environment: Readonly<Record<string, string>>
  /** Whether they are to deny requests without TLS. */
  readonly denyInsecure: 'always' | 'over-tls'
}

export function ownBuckets(names: ReadonlyMap<string, string>, denyInsecure: OwnBuckets['denyInsecure']): OwnBuckets {
  return {
    environment: Object.fromEntries(names),
    denyInsecure,
    name: ({ name, env }) => {
      const own = names.get(env)
      if (own === undefined) throw new Error(`there is no bucket for ${name}`)
      return own
    },
  }
}
