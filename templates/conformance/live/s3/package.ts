import type { S3 } from '@aws-sdk/client-s3'
import type { ObjectFact } from '../../expected/facts.ts'
import { nameOf } from './facts.ts'

/** The part of the generated package that is looked at here. */
export interface GeneratedPackage {
  readonly buckets: Readonly<Record<string, DescribedBucket>>
  readonly objects: Readonly<Record<string, PackagedObject>>
  /** Makes buckets as described, called as the environment says. */
  applyToClient(
    client: S3,
    buckets: Readonly<Record<string, DescribedBucket>>,
    options: { readonly environment: Readonly<Record<string, string>>; readonly denyInsecure: 'always' | 'over-tls' },
  ): Promise<unknown>
  /** The policy of a session that may see one tenant only; absent where there are no tenants. */
  readonly tenantPolicy?: (bucket: string, tenant: string) => object
  /** The policy of a bucket that denies what comes without TLS. */
  transportPolicy(bucket: string): object
}

export interface DescribedBucket {
  readonly name: string
  readonly env: string
  readonly retention?: object
  readonly publicAccessBlock: Readonly<Record<string, boolean>>
}

export interface PackagedObject {
  readonly name: string
  readonly bucket: DescribedBucket
  readonly contentType: string
  readonly presignSeconds: number
  key(parameters: Readonly<Record<string, unknown>>): string
  parse(key: string): Readonly<Record<string, unknown>> | undefined
}

/** @throws Error where the package has no such object */
export function packagedObject({ objects }: GeneratedPackage, fact: ObjectFact): PackagedObject {
  const found = objects[nameOf(fact)]
  if (found === undefined) throw new Error(`the package has no object ${nameOf(fact)}`)
  return found
}
