import { counted } from '../../../base/plural.ts'
import type { Entity } from '../../../model/entity.ts'
import { bucketNamed, fieldOf } from '../../../model/lookup.ts'
import type { Bucket } from '../../../model/project.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import { lockWords } from '../bucket-words.ts'
import { linkTo, type Site } from '../site.ts'
import { durationWords, list, physical } from '../words.ts'

/** How long the records of an entity are kept, and what removes them. */
export function retention(site: Site, entity: Entity): readonly Inline[] {
  const facts: readonly Inline[] = [deleteFact(entity), partitionFact(entity), expiryFact(entity)]
  return [...facts.filter((fact) => fact !== ''), ...objectFacts(site, entity)]
}

function deleteFact(entity: Entity): Inline {
  const { softDelete } = entity
  if (softDelete === undefined || entity.root === 's3') return ''
  const part = entity[entity.root]
  if (part === undefined) return ''
  const marks = [softDelete.on, ...(softDelete.by === undefined ? [] : [softDelete.by])]
  const known = marks.filter((name) => fieldOf(part, name) !== undefined)
  const view = part.store === 'postgres' ? part.view : undefined
  return [
    'Soft delete: a deleted record stays until it is purged, marked by ',
    list(known.map((name) => physical(part, name))),
    '.',
    view === undefined ? '' : [' The live ones are in the view ', code(view.text), '.'],
  ]
}

function partitionFact({ postgres }: Entity): Inline {
  if (postgres?.partition === undefined) return ''
  return ['Partitioned: a partition for each month of ', physical(postgres, postgres.partition.by), '.']
}

function expiryFact({ mongo }: Entity): Inline {
  if (mongo?.expire === undefined) return ''
  const { afterSeconds, from } = mongo.expire
  return ['Expires: MongoDB removes a document ', durationWords(afterSeconds), ' after ', physical(mongo, from), '.']
}

/** What a bucket keeps or removes, for those of the entity's objects that lie in it. */
function objectFacts(site: Site, entity: Entity): readonly Inline[] {
  const byBucket = new Map<string, string[]>()
  for (const { bucket, name } of entity.s3?.objects ?? []) {
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), name])
  }
  const { page } = site.entity(entity.name)
  return [...byBucket].flatMap(([name, objects]): readonly Inline[] => {
    const rules = bucketRules(bucketNamed(site.model, name))
    if (rules.length === 0) return []
    const bucket = linkTo(page, code(name), site.bucket(name))
    return [['In bucket ', bucket, ' (', joined(objects.map(code)), '): ', rules.join('; '), '.']]
  })
}

function bucketRules({ expireDays, lock, noncurrentExpireDays, versioned }: Bucket): readonly string[] {
  const rules: string[] = []
  if (lock !== undefined) rules.push(`nobody can remove an object for ${lockWords(lock)}`)
  if (expireDays !== undefined) rules.push(`objects expire after ${counted(expireDays, 'day')}`)
  if (noncurrentExpireDays !== undefined) {
    rules.push(`replaced versions expire after ${counted(noncurrentExpireDays, 'day')}`)
  } else if (versioned) {
    rules.push('replaced versions are kept')
  }
  return rules
}
