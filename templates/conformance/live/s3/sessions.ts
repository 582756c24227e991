import { createHash, createHmac } from 'node:crypto'
import type { S3 } from '@aws-sdk/client-s3'
import { NotProvable } from '../proof.ts'
import { send } from './answer.ts'
import { type Credentials, endpointOf } from './client.ts'

// A session of AWS' security token service, which many servers have at their S3 endpoint. It is asked by a request signed
// here: a client of that service is no part of what these tests need otherwise.

/** Who gives sessions. */
export interface Sessions {
  /** Where it is asked; absent: where S3 is, and for AWS the region's own service. */
  readonly endpoint?: string
  /** The role whose rights the session's policy narrows; some servers take any name. */
  readonly role?: string
}

const anyRole = 'arn:aws:iam::000000000000:role/conformance'

/**
 * Credentials that may do what both their owner and the policy allow.
 *
 * @throws NotProvable where the server gives none
 */
export async function narrowed(
  api: S3,
  { endpoint, role = anyRole }: Sessions,
  policy: object,
  now: Date,
): Promise<Credentials> {
  const { config } = api
  const region = await config.region()
  const url = endpoint === undefined ? await endpointOf(api) : new URL(endpoint)
  const asked = url ?? new URL(`https://sts.${region}.amazonaws.com/`)
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'conformance',
    DurationSeconds: '900',
    Policy: JSON.stringify(policy),
  }).toString()
  const headers = signed(asked, body, region, await config.credentials(), now)
  const { status, text } = await send(asked.href, { method: 'POST', body, headers })
  const [accessKeyId, secretAccessKey, sessionToken] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(
    (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1],
  )
  if (status !== 200 || accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
    const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
    throw new NotProvable(`the server gives no session with a policy of its own (${`${status} ${code}`.trim()})`)
  }
  return { accessKeyId, secretAccessKey, sessionToken }
}

const type = 'application/x-www-form-urlencoded'
const names = 'content-type;host;x-amz-date'

/** Signature version 4, from its definition. */
function signed(
  { host, pathname }: URL,
  body: string,
  region: string,
  {
    accessKeyId,
    secretAccessKey,
    sessionToken,
  }: { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined },
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [time.slice(0, 8), region, 'sts', 'aws4_request']
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const canonical = [
    'POST',
    pathname,
    '',
    `content-type:${type}`,
    `host:${host}`,
    `x-amz-date:${time}`,
    '',
    names,
    hash(body),
  ]
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(canonical.join('\n'))].join('\n')
  let key: string | Buffer = `AWS4${secretAccessKey}`
  for (const part of scope) key = createHmac('sha256', key).update(part).digest()
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return {
    'content-type': type,
    'x-amz-date': time,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`,
  }
}
