import { counted } from '../../../../base/plural.ts'
import type { Entity } from '../../../../model/entity.ts'
import { bucketNamed } from '../../../../model/lookup.ts'
import type { Model } from '../../../../model/model.ts'
import type { S3Object } from '../../../../model/s3.ts'
import { code, type Inline } from '../../../../print/markdown/inline.ts'
import { lockWords } from '../../bucket-words.ts'
import { durationWords, physical, sentences } from '../../words.ts'

/** How long a record of an entity stays in one of its stores. */
export function keptIn(entity: Entity, store: 'postgres' | 'mongo'): Inline {
  const part = entity[store]
  if (part === undefined) return ''
  if (part.store === 'mongo' && part.expire !== undefined) {
    const { afterSeconds, from } = part.expire
    return [durationWords(afterSeconds), ' after ', physical(part, from)]
  }
  if (part.appendOnly) return 'for ever: append-only'
  if (store !== entity.root) return 'until it is deleted by itself'
  return entity.softDelete === undefined ? 'until it is deleted' : 'until it is purged: deleting only marks it'
}

/** Whether nothing removes a record from a store: nobody may delete it and it does not expire. */
export function staysForEver(entity: Entity, store: 'postgres' | 'mongo'): boolean {
  const part = entity[store]
  if (part?.appendOnly !== true) return false
  return part.store === 'postgres' || part.expire === undefined
}

/** How long an object stays in its bucket. A lock outlasts everything else. */
export function objectKept(model: Model, { bucket: name }: S3Object): Inline {
  const { expireDays, lock, noncurrentExpireDays, versioned } = bucketNamed(model, name)
  const versions =
    noncurrentExpireDays === undefined
      ? 'A version that was replaced or deleted stays.'
      : `A version that was replaced or deleted stays for ${counted(noncurrentExpireDays, 'day')}.`
  return sentences([
    lock === undefined ? '' : `Nobody can remove it for ${lockWords(lock)}.`,
    expireDays === undefined
      ? `${lock === undefined ? 'Until' : 'Then until'} it is deleted.`
      : `It expires after ${counted(expireDays, 'day')}.`,
    versioned ? versions : '',
  ])
}

/** What marks a place where nothing can be deleted. */
export function foreverReason(entity: Entity, store: 'postgres' | 'mongo'): Inline {
  const name = store === 'postgres' ? entity.postgres?.table.text : entity.mongo?.collection.text
  const noun = store === 'postgres' ? 'table' : 'collection'
  return ['The ', noun, ' ', code(name ?? entity.name), ' is append-only: nobody may change or delete what is in it.']
}
