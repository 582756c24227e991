import type { Entity } from '../model/entity.ts'
import { bucketNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { MongoPart } from '../model/mongo.ts'
import type { PostgresPart } from '../model/postgres.ts'
import type { Bucket } from '../model/project.ts'
import type { S3Object } from '../model/s3.ts'
import type { Volume } from '../model/volume.ts'
import type { Holding } from './holding.ts'
import { daysPerMonth, indexEntryBytes, postgresRowOverhead, secondsPerMonth } from './thresholds.ts'

/** Everything that the spec says the size of, and what it leaves open. */
export interface Holdings {
  readonly known: readonly Holding[]
  /** Places without a volume: they cannot be counted. */
  readonly unknown: readonly Pick<Holding, 'entity' | 'store' | 'place'>[]
}

/** What all parts of all entities hold for a number of tenants; in a project without tenancy the number counts for one. */
export function holdingsOf(model: Model, tenants: number): Holdings {
  const known: Holding[] = []
  const unknown: Pick<Holding, 'entity' | 'store' | 'place'>[] = []
  const count = model.project.tenancy === undefined ? 1 : tenants
  const add = (volume: Volume | undefined, holding: Omit<Holding, 'initial' | 'perMonth'>): void => {
    if (volume === undefined) unknown.push({ entity: holding.entity, store: holding.store, place: holding.place })
    else known.push({ ...holding, ...amounts(volume, count) })
  }
  for (const entity of model.entities) {
    if (entity.postgres !== undefined) add(entity.postgres.volume, postgresHolding(entity, entity.postgres))
    if (entity.mongo !== undefined) add(entity.mongo.volume, mongoHolding(entity, entity.mongo))
    for (const object of entity.s3?.objects ?? []) {
      add(object.volume, objectHolding(entity, object, bucketNamed(model, object.bucket)))
    }
  }
  return { known, unknown }
}

function amounts(volume: Volume, tenants: number): Pick<Holding, 'initial' | 'perMonth'> {
  return { initial: volume.total + volume.perTenant * tenants, perMonth: volume.perTenantMonth * tenants }
}

type Described = Omit<Holding, 'initial' | 'perMonth'>

function postgresHolding(entity: Entity, part: PostgresPart): Described {
  const indexes = 1 + part.uniques.length + part.indexes.length
  return {
    entity: entity.name,
    store: 'postgres',
    place: part.table.text,
    bytesEach: (part.volume?.bytes ?? 0) + postgresRowOverhead + indexes * indexEntryBytes,
    kept: 'for ever',
    partitioned: part.partition !== undefined,
  }
}

function mongoHolding(entity: Entity, part: MongoPart): Described {
  const indexes = 1 + part.uniques.length + part.indexes.length + (part.textIndex === undefined ? 0 : 1)
  return {
    entity: entity.name,
    store: 'mongo',
    place: part.collection.text,
    bytesEach: (part.volume?.bytes ?? 0) + indexes * indexEntryBytes,
    ...(part.expire === undefined
      ? { kept: 'for ever' }
      : { kept: `${part.expire.after} (expires)`, keptMonths: part.expire.afterSeconds / secondsPerMonth }),
    partitioned: false,
  }
}

function objectHolding(entity: Entity, object: S3Object, bucket: Bucket): Described {
  return {
    entity: entity.name,
    store: 's3',
    place: `${bucket.name}/${object.name}`,
    bytesEach: object.volume?.bytes ?? 0,
    ...life(bucket),
    partitioned: false,
  }
}

/**
 * How long a bucket really holds bytes. In a versioned one the expiry only hides an object: its bytes stay until replaced
 * versions expire too, and for ever where they do not. A lock outlasts every expiry.
 */
function life(bucket: Bucket): Pick<Holding, 'kept' | 'keptMonths'> {
  const { expireDays, noncurrentExpireDays, lock, versioned } = bucket
  if (expireDays === undefined) {
    return { kept: lock === undefined ? 'for ever' : `for ever (locked ${lock.retain})` }
  }
  if (versioned && noncurrentExpireDays === undefined) {
    return { kept: `for ever (hidden after ${expireDays}d: replaced versions do not expire)` }
  }
  const expired = expireDays + (versioned ? (noncurrentExpireDays ?? 0) : 0)
  const days = Math.max(expired, lock?.retainDays ?? 0)
  const why = lock !== undefined && lock.retainDays > expired ? `locked ${lock.retain}` : 'expires'
  return { kept: `${days}d (${why})`, keptMonths: days / daysPerMonth }
}
