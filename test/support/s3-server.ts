import { lease } from './servers/keeper-client.ts'
import type { S3Endpoint, S3Features } from './servers/s3-endpoint.ts'

/** A suite's part of an S3 server. */
export interface S3Account extends S3Endpoint {
  /** `stand-in`: it enforces no locks or verifies no signatures, so it proves nothing of S3 but the plain operations. */
  readonly kind: 'real' | 'stand-in'
  readonly features: S3Features
  /** With what the names of the suite's buckets begin. At most 20 characters. */
  readonly prefix: string
  /** Removes the buckets of the prefix. Safe to call twice; the end of the test's process does the same. */
  stop(): Promise<void>
}

/**
 * An account on the server of this run: the one that `S3_ENDPOINT` names, else radosgw, else s3rver. Path style addresses.
 * `lcDaySeconds` gives a server of one's own where a day of a life cycle lasts so long: rejects where there is no radosgw.
 * Rejects with what was looked for where `REQUIRE_REAL=1` and there is only a stand-in.
 */
export async function s3Account(options: { readonly lcDaySeconds?: number } = {}): Promise<S3Account> {
  return await lease({ want: 's3', ...options })
}
