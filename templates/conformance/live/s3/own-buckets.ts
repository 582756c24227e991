import { randomBytes } from 'node:crypto'
import type { S3 } from '@aws-sdk/client-s3'
import { attempt } from './attempt.ts'

// Tests write only in buckets that they made. Their names say so, and a tag for whoever finds them.

const infix = '-conformance-'
const idLength = 12
const mark = { Key: 'stowage-conformance', Value: 'made by tests, to be removed' } as const

/** After so many milliseconds nobody is at work in it any more. */
const leftOverAfter = 24 * 60 * 60 * 1000

/** Whether a bucket is called as those that such tests make. */
export function isOwn(name: string): boolean {
  return /-conformance-[0-9a-f]{12}$/.test(name)
}

/** A name that nobody had before; S3 takes at most 63 characters, and no capital letters. */
export function newBucketName(prefix: string, base: string): string {
  const readable = `${prefix}${base}`.toLowerCase().replace(/[^a-z0-9-]/g, '-')
  return `${readable.slice(0, 63 - infix.length - idLength)}${infix}${randomBytes(idLength / 2).toString('hex')}`
}

/** Says whose a bucket is, where the server keeps tags. */
export async function markAsOwn(api: S3, Bucket: string): Promise<void> {
  if (!isOwn(Bucket)) throw new Error(`these tests write only in buckets of their own making, and ${Bucket} is none`)
  await attempt(api.putBucketTagging({ Bucket, Tagging: { TagSet: [{ ...mark }] } }))
}

/**
 * Removes a bucket of these tests with all that is in it.
 *
 * @returns what had to stay, in words
 */
export async function removeBucket(api: S3, Bucket: string): Promise<readonly string[]> {
  if (!isOwn(Bucket)) return [`${Bucket}, which is not of these tests' making`]
  try {
    const stays = await empty(api, Bucket)
    if (stays > 0) return [`bucket ${Bucket}, with ${stays} versions that could not be removed`]
    const removed = await attempt(api.deleteBucket({ Bucket }))
    if ('done' in removed || removed.refusal.status === 404) return []
    return [`bucket ${Bucket}: ${removed.refusal.code}`]
  } catch (error) {
    return [`bucket ${Bucket}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

interface Version {
  readonly Key?: string | undefined
  readonly VersionId?: string | undefined
}

/** Removes all versions, markers too, and tells how many stay. */
async function empty(api: S3, Bucket: string): Promise<number> {
  let last = Number.POSITIVE_INFINITY
  for (;;) {
    const versions = await listed(api, Bucket)
    // What cannot go would be listed for ever.
    if (versions.length === 0 || versions.length >= last) return versions.length
    last = versions.length
    await Promise.all(
      versions.map(({ Key, VersionId }) =>
        attempt(api.deleteObject({ Bucket, Key, ...(VersionId === undefined ? {} : { VersionId }) })),
      ),
    )
  }
}

async function listed(api: S3, Bucket: string): Promise<readonly Version[]> {
  const found: Version[] = []
  let next: Version | undefined = {}
  while (next !== undefined) {
    const page: Page | undefined = await pageOf(api, Bucket, next)
    found.push(...(page?.versions ?? []))
    next = page?.next
  }
  // A server that knows no versions answers with something else, or not at all.
  if (found.length > 0) return found
  const objects = await attempt(api.listObjectsV2({ Bucket }))
  return 'done' in objects ? (objects.done.Contents ?? []) : []
}

interface Page {
  readonly versions: readonly Version[]
  readonly next: Version | undefined
}

async function pageOf(api: S3, Bucket: string, { Key, VersionId }: Version): Promise<Page | undefined> {
  const page = await attempt(api.listObjectVersions({ Bucket, KeyMarker: Key, VersionIdMarker: VersionId }))
  if ('refusal' in page) return undefined
  const { Versions = [], DeleteMarkers = [], IsTruncated = false, NextKeyMarker, NextVersionIdMarker } = page.done
  const next =
    IsTruncated && NextKeyMarker !== undefined ? { Key: NextKeyMarker, VersionId: NextVersionIdMarker } : undefined
  return { versions: [...Versions, ...DeleteMarkers], next }
}

/**
 * Removes what former runs left behind when they were killed. Where nobody may look for it, it stays.
 *
 * @param prefix with what the names of the buckets begin
 */
export async function removeLeftOver(api: S3, prefix: string, now: number = Date.now()): Promise<void> {
  const { Buckets = [] } = await api.listBuckets({}).catch(() => ({ Buckets: [] }))
  for (const { Name = '', CreationDate } of Buckets) {
    if (!isOwn(Name) || !Name.startsWith(prefix)) continue
    if (CreationDate === undefined || CreationDate.getTime() > now - leftOverAfter) continue
    const tags = await attempt(api.getBucketTagging({ Bucket: Name }))
    const isMarked = 'done' in tags && (tags.done.TagSet ?? []).some(({ Key }) => Key === mark.Key)
    if (isMarked) await removeBucket(api, Name)
  }
}
