import type { BucketFact } from '../../../expected/facts.ts'
import { type Claim, NotProvable } from '../../proof.ts'
import { newUlid } from '../../values/ids.ts'
import { attempt, demandDone, demandEqual, demandRefusal } from '../attempt.ts'
import type { Session } from '../session.ts'
import { bucketClaims, type Subject, type Try } from './subject.ts'

/** Nobody reaches a bucket without TLS, so that nobody on the way reads along. */
export function proofsOfTransport({ facts }: Subject): readonly Claim<Session>[] {
  return facts.buckets.flatMap((bucket) =>
    bucketClaims(bucket, 'transport', [policyText(bucket), livePolicy(bucket), effect(bucket)]),
  )
}

interface Statement {
  readonly Effect?: unknown
  readonly Principal?: unknown
  readonly Action?: unknown
  readonly Resource?: unknown
  readonly Condition?: unknown
}

/** @throws Error unless one of the statements denies everybody everything in the bucket that comes without TLS */
function demandDenial(document: object, bucket: string, whose: string): void {
  const { Statement = [] } = document as { readonly Statement?: readonly Statement[] }
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? [...value].sort() : [value])
  const isDenial = ({ Effect, Principal, Action, Resource, Condition }: Statement): boolean =>
    Effect === 'Deny' &&
    ['"*"', '{"AWS":"*"}', '{"AWS":["*"]}'].includes(JSON.stringify(Principal)) &&
    JSON.stringify(list(Action)) === '["s3:*"]' &&
    JSON.stringify(list(Resource)) === JSON.stringify([`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]) &&
    /^\{"Bool":\{"aws:SecureTransport":(\["false"\]|"false"|false)\}\}$/.test(JSON.stringify(Condition))
  if (!Statement.some(isDenial))
    throw new Error(`${whose} does not deny what comes without TLS: ${JSON.stringify(document)}`)
}

function policyText(bucket: BucketFact): Try {
  return {
    name: "the package's policy denies everything that comes without TLS",
    prove: async ({ generated, described }) => {
      const name = described.name(bucket)
      demandDenial(generated.transportPolicy(name), name, "the package's policy")
    },
  }
}

function livePolicy(bucket: BucketFact): Try {
  return {
    name: 'the bucket has this policy',
    prove: async ({ api, described }) => {
      if (described.denyInsecure !== 'always') throw new NotProvable(lockedOut)
      const Bucket = described.name(bucket)
      const outcome = await attempt(api.getBucketPolicy({ Bucket }))
      if ('refusal' in outcome && [405, 501].includes(outcome.refusal.status)) {
        throw new NotProvable('the server knows no policies of buckets')
      }
      const { Policy = '{}' } = demandDone(outcome, 'reading the policy')
      demandDenial({ ...Object(JSON.parse(Policy)) }, Bucket, "the bucket's policy")
    },
  }
}

const lockedOut = 'the server is reached without TLS, and would let nobody in any more'

/** The package's own policy, narrowed to one object, so that nobody is locked out of the bucket. */
function effect(bucket: BucketFact): Try {
  return {
    name: 'what comes without TLS is refused by this policy',
    prove: async ({ api, features, generated, used }) => {
      if (!features.tellsTransport) throw new NotProvable('no request counts as one without TLS here')
      const Bucket = used.name(bucket)
      const before = await attempt(api.getBucketPolicy({ Bucket }))
      const Key = `conformance/${newUlid()}`
      const { Statement, ...head } = generated.transportPolicy(Bucket) as { readonly Statement: readonly object[] }
      const narrowed = Statement.map((one) => ({ ...one, Resource: `arn:aws:s3:::${Bucket}/${Key}` }))
      await api.putObject({ Bucket, Key, Body: 'x' })
      await api.putBucketPolicy({ Bucket, Policy: JSON.stringify({ ...head, Statement: narrowed }) })
      try {
        demandRefusal(await attempt(api.headObject({ Bucket, Key })), 'reading without TLS')
      } finally {
        await api.deleteBucketPolicy({ Bucket })
        if ('done' in before) await api.putBucketPolicy({ Bucket, Policy: before.done.Policy })
      }
      demandEqual((await api.headObject({ Bucket, Key })).ContentLength, 1, 'length of what can be read again')
    },
  }
}
