import type { ObjectHead } from '../stores/objects.ts'

/** What HEAD and GET say of an object. */
export interface ObjectFacts {
  readonly ContentLength?: number | undefined
  readonly ContentType?: string | undefined
  readonly VersionId?: string | undefined
  readonly ETag?: string | undefined
  readonly Metadata?: Readonly<Record<string, string>> | undefined
  readonly LastModified?: Date | undefined
  readonly ObjectLockRetainUntilDate?: Date | undefined
}

export function headOf(facts: ObjectFacts): ObjectHead {
  const { ContentLength, ContentType, VersionId, ETag, Metadata, LastModified, ObjectLockRetainUntilDate } = facts
  const sha256 = Metadata?.sha256
  return {
    size: ContentLength ?? 0,
    contentType: ContentType ?? 'application/octet-stream',
    lastModified: LastModified ?? new Date(0),
    ...(VersionId === undefined || VersionId === 'null' ? {} : { versionId: VersionId }),
    ...(ETag === undefined ? {} : { etag: ETag }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(ObjectLockRetainUntilDate === undefined ? {} : { lockedUntil: ObjectLockRetainUntilDate }),
  }
}
