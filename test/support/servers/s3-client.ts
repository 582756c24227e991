import { S3Client } from '@aws-sdk/client-s3'
import type { S3Endpoint } from './s3-endpoint.ts'

export function s3Client({ endpoint, region, credentials }: S3Endpoint): S3Client {
  // The client writes into the credentials that it is given.
  return new S3Client({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true, maxAttempts: 2 })
}
