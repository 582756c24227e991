import { S3, type S3Client } from '@aws-sdk/client-s3'
import type { ApplyOptions, ApplyReport, Difference } from '../report.ts'
import { applyS3 } from './apply.ts'
import type { BucketDescription } from './description.ts'
import { verifyS3 } from './verify.ts'
import type { S3Options } from './wanted.ts'

/** The same client with a method for each command, whichever of the SDK's two classes it is of. */
function withMethods(client: S3Client): S3 {
  if (client instanceof S3) return client
  return Object.create(S3.prototype, { config: { value: client.config }, send: { value: client.send.bind(client) } })
}

export function applyToClient(
  client: S3Client,
  buckets: Readonly<Record<string, BucketDescription>>,
  options?: ApplyOptions & S3Options,
): Promise<ApplyReport> {
  return applyS3(withMethods(client), Object.values(buckets), options)
}

export function verifyClient(
  client: S3Client,
  buckets: Readonly<Record<string, BucketDescription>>,
  options?: S3Options,
): Promise<readonly Difference[]> {
  return verifyS3(withMethods(client), Object.values(buckets), options)
}
