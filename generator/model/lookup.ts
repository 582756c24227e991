import { InternalError } from '../base/internal-error.ts'
import type { Entity } from './entity.ts'
import type { Field } from './field.ts'
import type { Enum, Model, Reference, ValueType } from './model.ts'
import type { MongoPart } from './mongo.ts'
import type { PostgresPart } from './postgres.ts'
import type { Bucket } from './project.ts'
import type { S3Object, S3Part } from './s3.ts'

function found<T>(value: T | undefined, kind: string, name: string): T {
  if (value === undefined) throw new InternalError(`the model has no ${kind} ${name}`)
  return value
}

export function entityNamed(model: Model, name: string): Entity {
  return found(model.byName.entities.get(name), 'entity', name)
}

export function enumNamed(model: Model, name: string): Enum {
  return found(model.byName.enums.get(name), 'enum', name)
}

export function valueTypeNamed(model: Model, name: string): ValueType {
  return found(model.byName.valueTypes.get(name), 'value type', name)
}

export function bucketNamed(model: Model, name: string): Bucket {
  const bucket = model.project.stores.s3?.buckets.find((candidate) => candidate.name === name)
  return found(bucket, 'bucket', name)
}

export function referencesTo(model: Model, entity: string): readonly Reference[] {
  return model.references.get(entity) ?? []
}

export function fieldOf(part: { readonly fields: readonly Field[] }, name: string): Field | undefined {
  return part.fields.find((field) => field.name === name)
}

/** A field that an index, key or life cycle of the same part names: `resolve` has made sure of it. */
export function fieldNamed(part: { readonly fields: readonly Field[] }, name: string): Field {
  return found(fieldOf(part, name), 'field', name)
}

export interface PostgresEntity extends Entity {
  readonly postgres: PostgresPart
}

export interface MongoEntity extends Entity {
  readonly mongo: MongoPart
}

export interface S3Entity extends Entity {
  readonly s3: S3Part
}

/** What says in a row whose it is: the tenant's field; in a row of the tenant itself, its id. */
export function tenantKeyOf({ tenancy, postgres }: PostgresEntity): Field | undefined {
  const self = tenancy.mode === 'self'
  return postgres.fields.find((field) => (self ? field.primary : field.origin.kind === 'tenant'))
}

export function hasTable(entity: Entity): entity is PostgresEntity {
  return entity.postgres !== undefined
}

export function hasCollection(entity: Entity): entity is MongoEntity {
  return entity.mongo !== undefined
}

export function hasObjects(entity: Entity): entity is S3Entity {
  return entity.s3 !== undefined
}

export function inPostgres(model: Model): readonly PostgresEntity[] {
  return model.entities.filter(hasTable)
}

export function inMongo(model: Model): readonly MongoEntity[] {
  return model.entities.filter(hasCollection)
}

export function inS3(model: Model): readonly S3Entity[] {
  return model.entities.filter(hasObjects)
}

export function objectsOf(model: Model): readonly { readonly entity: S3Entity; readonly object: S3Object }[] {
  return inS3(model).flatMap((entity) => entity.s3.objects.map((object) => ({ entity, object })))
}
