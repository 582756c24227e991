import type { PolicyDocument } from '../live/s3/policy.ts'
import { isSafeSegment } from './segment.ts'

/**
 * A session's policy: objects below one prefix, read and write, nothing else. `bucket` is its real name; `prefix` ends
 * in a slash.
 *
 * @throws TypeError for a prefix with anything but safe segments: a `*` would open other prefixes.
 */
export function prefixPolicy(bucket: string, prefix: string): PolicyDocument {
  if (!prefix.endsWith('/') || !prefix.slice(0, -1).split('/').every(isSafeSegment)) {
    throw new TypeError('not a prefix of safe segments that ends in a slash')
  }
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ObjectsOfOneTenant',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: `arn:aws:s3:::${bucket}/${prefix}*`,
      },
    ],
  }
}
