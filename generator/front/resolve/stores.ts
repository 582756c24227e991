import { toCase } from '../../base/casing.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Bucket, Project } from '../../model/project.ts'
import type { Span } from '../../source/source-file.ts'
import { entryOf, type MapEntry, type SpecNode } from '../node.ts'
import { parseQuantity } from '../quantity.ts'
import { aboutOf, asMap, asScalar, child, entries, flagAt, innerSpan, keySpan, numberAt, text, textAt } from './read.ts'
import type { Uses } from './uses.ts'

const secondsPerDay = 86_400

/** The longest life of a signature of version 4 (Amazon S3 API Reference, "X-Amz-Expires"). */
const longestSignature = 7 * secondsPerDay

/** Reads `stores:`. Addresses are names of environment variables, never values. */
export function resolveStores(node: SpecNode | undefined, uses: Uses, report: Report): Project['stores'] {
  const [postgres, mongo, s3] = [child(node, 'postgres'), child(node, 'mongo'), child(node, 's3')]
  const endpoint = textAt(s3, 'endpoint')
  reportLongSignature(child(s3, 'presign'), report)
  reportSharedBuckets(child(s3, 'buckets'), report)
  return {
    ...(postgres === undefined
      ? {}
      : { postgres: { version: numberAt(postgres, 'version') ?? 16, url: textAt(postgres, 'url') ?? 'POSTGRES_URL' } }),
    ...(mongo === undefined
      ? {}
      : { mongo: { version: numberAt(mongo, 'version') ?? 7, url: textAt(mongo, 'url') ?? 'MONGO_URL' } }),
    ...(s3 === undefined
      ? {}
      : {
          s3: {
            ...(endpoint === undefined ? {} : { endpoint }),
            region: textAt(s3, 'region') ?? 'S3_REGION',
            pathStyle: flagAt(s3, 'path_style') === true,
            presignSeconds: parseQuantity(textAt(s3, 'presign') ?? '15m', 'duration') ?? 900,
            buckets: entries(child(s3, 'buckets')).map((entry) => bucketOf(entry, uses)),
          },
        }),
  }
}

function reportLongSignature(node: SpecNode | undefined, report: Report): void {
  const seconds = parseQuantity(text(node) ?? '0s', 'duration') ?? 0
  if (node === undefined || seconds <= longestSignature) return
  report({
    code: 'store/unsupported-option',
    severity: 'error',
    message: `S3 signs a URL for 7 days at most, not for \`${text(node)}\``,
    span: node.span,
    help: 'write `7d` or less; minutes are enough where the client fetches at once',
  })
}

/** Two buckets of the spec in one real bucket would overwrite each other's settings, and their keys could meet. */
function reportSharedBuckets(node: SpecNode | undefined, report: Report): void {
  const taken = new Map<string, Span>()
  for (const entry of entries(node)) {
    const written = asScalar(child(entry.value, 'env'))
    const env = envOf(entry)
    const span = written === undefined ? keySpan(entry) : innerSpan(written)
    const earlier = taken.get(env)
    if (earlier === undefined) taken.set(env, span)
    else
      report({
        code: 'resolve/name-collision',
        severity: 'error',
        message: `two buckets would have their real name in \`${env}\``,
        span,
        label: 'the second one',
        related: [{ span: earlier, label: 'the first one' }],
        help: 'give each a variable of its own by `env:`; objects that are kept alike can share one bucket of the spec',
      })
  }
}

function envOf(entry: MapEntry): string {
  return textAt(entry.value, 'env') ?? `S3_BUCKET_${toCase(entry.key, 'SCREAMING_SNAKE_CASE')}`
}

function bucketOf(entry: MapEntry, uses: Uses): Bucket {
  const node = asMap(entry.value)
  const span = keySpan(entry)
  uses.add(`bucket:${entry.key}`, span)
  const lockEntry = node === undefined ? undefined : entryOf(node, 'lock')
  const retain = textAt(lockEntry?.value, 'retain') ?? '1d'
  const days = (key: string): number | undefined => {
    const written = textAt(node, key)
    const seconds = written === undefined ? undefined : parseQuantity(written, 'duration')
    return seconds === undefined ? undefined : Math.max(1, Math.ceil(seconds / secondsPerDay))
  }
  const [expireDays, noncurrentExpireDays] = [days('expire'), days('noncurrent_expire')]
  return {
    name: entry.key,
    ...aboutOf(node),
    span,
    env: envOf(entry),
    versioned: flagAt(node, 'versioned') === true || lockEntry !== undefined,
    ...(lockEntry === undefined
      ? {}
      : {
          lock: {
            mode: textAt(lockEntry.value, 'mode') === 'governance' ? ('governance' as const) : ('compliance' as const),
            retain,
            retainDays: Math.max(1, Math.ceil((parseQuantity(retain, 'duration') ?? secondsPerDay) / secondsPerDay)),
            span: keySpan(lockEntry),
          },
        }),
    ...(expireDays === undefined ? {} : { expireDays }),
    ...(noncurrentExpireDays === undefined ? {} : { noncurrentExpireDays }),
    abortUploadsDays: days('abort_uploads') ?? 7,
  }
}
