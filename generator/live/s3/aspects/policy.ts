import { type Aspect, defineAspect, type Finding, type WantedBucket } from '../aspect.ts'
import { type PolicyStatement, transportPolicy } from '../policy.ts'

/** A bucket's policy: what denies requests without TLS is to be in it. */
export const policy: Aspect = defineAspect<FoundPolicy>({
  name: 'policy',
  absent: ['NoSuchBucketPolicy'],
  async read(api, bucket) {
    const { Policy } = await api.getBucketPolicy({ Bucket: bucket })
    return Policy === undefined || Policy === '' ? undefined : parsed(Policy)
  },
  compare(bucket, found) {
    const ours = transportPolicy(bucket.name).Statement
    const known = new Set(ours.map(normal))
    const names = new Set(ours.map(({ Sid }) => Sid))
    const held = new Set((found?.Statement ?? []).map(normal))
    // Where it is not demanded it may be there all the same.
    const missing = bucket.secureTransport ? ours.filter((one) => !held.has(normal(one))) : []
    const unknown = (found?.Statement ?? []).filter((one) => !known.has(normal(one)) && !names.has(sidOf(one)))
    return [...missing.map((one) => missingStatement(bucket, one, found)), ...unknown.map(unknownStatement)]
  },
})

interface FoundPolicy {
  readonly Version?: unknown
  readonly Statement: readonly object[]
}

function missingStatement({ name }: WantedBucket, statement: PolicyStatement, found: FoundPolicy | undefined): Finding {
  const { Statement: held = [], ...head } = found ?? {}
  const [changed] = held.filter((one) => sidOf(one) === statement.Sid)
  const others = held.filter((one) => sidOf(one) !== statement.Sid)
  const document = { Version: '2012-10-17', ...head, Statement: [...others, statement] }
  return {
    fact: `policy ${statement.Sid}`,
    wanted: 'requests without TLS denied',
    found: found === undefined ? 'no policy' : changed === undefined ? 'not in the policy' : normal(changed),
    ...(found === undefined ? {} : { help: 'set it in the policy that is there with `stowage apply --replace`' }),
    remedy: found === undefined ? 'add' : 'replace',
    mend: (api) => api.putBucketPolicy({ Bucket: name, Policy: JSON.stringify(document) }),
  }
}

function unknownStatement(statement: object): Finding {
  return {
    fact: 'policy statement',
    found: normal(statement),
    help: 'see whether it opens the bucket to somebody, and remove it by hand where nobody needs it',
    remedy: 'leave',
  }
}

function sidOf(statement: object): string {
  return 'Sid' in statement ? String(statement.Sid) : ''
}

function parsed(text: string): FoundPolicy {
  const { Statement, ...rest } = { ...Object(JSON.parse(text)) } as { readonly Statement?: unknown }
  const list: readonly unknown[] = Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement]
  return { ...rest, Statement: list.map((one): object => ({ ...Object(one) })) }
}

/** A statement as one text, whoever wrote it: one item or a list of one, `"*"` or `{ "AWS": "*" }`. Its id says nothing. */
function normal(statement: object): string {
  const entries = Object.entries(statement).filter(([name]) => name !== 'Sid')
  return JSON.stringify(Object.fromEntries(entries.map(([name, value]) => [name, listed(name, value)]).sort(byName)))
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

function listed(name: string, value: unknown): unknown {
  if (name === 'Principal') return JSON.stringify(value) === '"*"' ? { AWS: ['*'] } : members(value)
  if (name === 'Condition') return value
  return name === 'Action' || name === 'Resource' ? asList(value) : value
}

function members(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asList(item)]))
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? [...value].sort() : [value]
}
