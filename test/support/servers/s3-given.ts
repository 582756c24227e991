import type { S3Credentials, S3Endpoint } from './s3-endpoint.ts'
import { given } from './server.ts'

/** The server that the environment names, or nothing. Throws where its credentials are missing. */
export function givenS3(): S3Endpoint | undefined {
  const endpoint = given('S3_ENDPOINT')
  if (endpoint === undefined) return undefined
  const credentials = pair('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY')
  if (credentials === undefined) {
    throw new Error('S3_ENDPOINT is set: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set too')
  }
  const sessionRole = given('S3_SESSION_ROLE')
  const otherCredentials = pair('S3_OTHER_ACCESS_KEY_ID', 'S3_OTHER_SECRET_ACCESS_KEY')
  return {
    endpoint,
    region: given('S3_REGION') ?? 'us-east-1',
    server: new URL(endpoint).host,
    credentials,
    ...(otherCredentials && { otherCredentials }),
    ...(sessionRole !== undefined && { sessionRole }),
  }
}

function pair(id: string, secret: string): S3Credentials | undefined {
  const [accessKeyId, secretAccessKey] = [given(id), given(secret)]
  return accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey }
}
