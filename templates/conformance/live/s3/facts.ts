import type { BucketFact, ObjectFact, TenancyFacts } from '../../expected/facts.ts'

/** What the spec demands of S3. */
export interface S3Facts {
  readonly objects: readonly ObjectFact[]
  readonly buckets: readonly BucketFact[]
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly tenancy: TenancyFacts
}

/** Something that is put into a bucket: a kind of object, or anything where the spec knows of no kind. */
export interface Place {
  readonly bucket: BucketFact
  readonly object?: ObjectFact
  /** As it is called in what is told: `Contract.pdf`, `bucket archive`. */
  readonly name: string
  readonly contentType: string
}

/** Every kind of object, and each bucket that has none of its own. */
export function placesOf({ objects, buckets }: S3Facts): readonly Place[] {
  const byName = new Map(buckets.map((bucket) => [bucket.name, bucket]))
  const used = new Set(objects.map(({ bucket }) => bucket))
  return [
    ...objects.map((object): Place => {
      const bucket = byName.get(object.bucket)
      if (bucket === undefined) throw new Error(`the facts have no bucket ${object.bucket}`)
      return { bucket, object, name: nameOf(object), contentType: object.contentType }
    }),
    ...buckets
      .filter(({ name }) => !used.has(name))
      .map((bucket): Place => ({ bucket, name: `bucket ${bucket.name}`, contentType: 'text/plain' })),
  ]
}

export function nameOf({ entity, name }: ObjectFact): string {
  return `${entity}.${name}`
}

/** Whether older versions are kept: a lock is about versions. */
export function isVersioned({ versioned, lock }: BucketFact): boolean {
  return versioned || lock !== undefined
}

/** The variable of the tenancy's prefix: `tenant` in `tenants/{tenant}/`. */
export function tenantVariable({ prefix = '' }: TenancyFacts): string | undefined {
  return /\{(\w+)\}/.exec(prefix)?.[1]
}
