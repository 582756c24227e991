import type { Sql } from '../stores/postgres.ts'
import type { Intent } from './intents.ts'
import type { LeavingObject, PlannedPlace } from './plan.ts'

/** What PostgreSQL knows of the bytes of a committed record: how they are verified and found again. */
export interface StoredObject extends PlannedPlace {
  /** UUID; null for a record without a tenant. */
  readonly tenantId: string | null
  /** The spec's name of the entity, and its name of the object. */
  readonly entity: string
  readonly object: string
  readonly refId: string
  readonly sha256: string
  readonly size: number
  readonly contentType: string
  readonly versionId?: string
}

/** Records the objects of an intent; part of its commit. */
export async function recordObjects(sql: Sql, intent: Intent): Promise<void> {
  for (const put of intent.plan.puts) {
    await sql.query(
      `insert into stowage.stored_objects
        (bucket, key, tenant_id, entity, object, ref_id, sha256, size, content_type, version_id, created_on)
        values ($1::text, $2::text, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::bigint, $9::text, $10::text,
          $11::timestamptz)`,
      [
        put.bucket,
        put.key,
        intent.tenantId,
        intent.entity,
        put.object,
        intent.refId,
        put.sha256,
        put.size,
        put.contentType,
        put.versionId ?? null,
        intent.createdOn.toISOString(),
      ],
    )
  }
}

/** What nothing points to any more is no longer known; part of the commit that swings the pointers. */
export async function forgetObjects(sql: Sql, objects: readonly LeavingObject[]): Promise<void> {
  for (const { bucket, key } of objects) {
    await sql.query('delete from stowage.stored_objects where bucket = $1::text and key = $2::text', [bucket, key])
  }
}

/** Those of one record, by key. */
export async function objectsOfRecord(
  sql: Sql,
  entity: string,
  refId: string,
): Promise<ReadonlyMap<string, StoredObject>> {
  const rows = await sql.query<StoredRow>(
    `select bucket, key, tenant_id, entity, object, ref_id, sha256, size::text as size, content_type, version_id
      from stowage.stored_objects where entity = $1::text and ref_id = $2::text`,
    [entity, refId],
  )
  return new Map(rows.map((row) => [row.key, storedOf(row)]))
}

interface StoredRow {
  readonly bucket: string
  readonly key: string
  readonly tenant_id: string | null
  readonly entity: string
  readonly object: string
  readonly ref_id: string
  readonly sha256: string
  readonly size: string
  readonly content_type: string
  readonly version_id: string | null
}

function storedOf(row: StoredRow): StoredObject {
  return {
    bucket: row.bucket,
    key: row.key,
    tenantId: row.tenant_id,
    entity: row.entity,
    object: row.object,
    refId: row.ref_id,
    sha256: row.sha256,
    size: Number(row.size),
    contentType: row.content_type,
    ...(row.version_id === null ? {} : { versionId: row.version_id }),
  }
}
