import type { Entity } from '../../model/entity.ts'
import { fieldOf, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import type { PathPiece } from '../../model/s3.ts'
import type { Data, DataRecord } from './data.ts'

/** What the spec demands of the objects of an entity. */
export function objectFacts(model: Model, entity: S3Entity): readonly DataRecord[] {
  return entity.s3.objects.map((object) => ({
    entity: entity.name,
    name: object.name,
    tenancy: entity.tenancy.mode,
    bucket: object.bucket,
    contentType: object.contentType,
    maxBytes: object.maxBytes,
    write: object.write,
    presignSeconds: model.project.stores.s3?.presignSeconds,
    path: object.path.map((segment) => segment.map((piece) => pieceFact(entity, piece))),
  }))
}

function pieceFact(entity: Entity, piece: PathPiece): Data {
  if (piece.kind === 'literal') return piece.text
  const { name, member, form, enum: values } = piece.variable
  const root = entity.root === 's3' ? undefined : entity[entity.root]
  const field = root && fieldOf(root, name)
  const isBig = field?.type.kind === 'scalar' && field.type.scalar === 'bigint'
  return {
    variable: member,
    form: form === 'int' && isBig ? 'bigint' : form,
    enum: values,
    pattern: form === 'slug' ? field?.pattern : undefined,
  }
}

/** What the spec demands of every bucket, as written. */
export function bucketFacts(model: Model): readonly DataRecord[] {
  return (model.project.stores.s3?.buckets ?? []).map(bucketFact)
}

function bucketFact(bucket: Bucket): DataRecord {
  return {
    name: bucket.name,
    env: bucket.env,
    versioned: bucket.versioned,
    lock: bucket.lock && { mode: bucket.lock.mode, retainDays: bucket.lock.retainDays },
    expireDays: bucket.expireDays,
    noncurrentExpireDays: bucket.noncurrentExpireDays,
    abortUploadsDays: bucket.abortUploadsDays,
  }
}
