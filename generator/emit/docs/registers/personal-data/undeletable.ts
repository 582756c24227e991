import type { Entity } from '../../../../model/entity.ts'
import { bucketNamed } from '../../../../model/lookup.ts'
import { code, type Inline, joined } from '../../../../print/markdown/inline.ts'
import { lockWords } from '../../bucket-words.ts'
import { entityLink, linkTo, objectLink, type Site } from '../../site.ts'
import { type Table, tableOf } from '../../table.ts'
import { occurrenceLink, type PartOccurrence } from '../occurrence.ts'
import { foreverReason, objectKept, staysForEver } from './kept.ts'

const page = 'personal-data'

/** Personal data that nobody can delete, though somebody may have to: what it is, and what stands in the way. */
export function undeletableTable(site: Site, personal: readonly PartOccurrence[]): Table | undefined {
  const rows = [...byEntity(personal)].flatMap(([entity, fields]) => [
    ...foreverRows(site, entity, fields),
    ...lockedRows(site, entity),
  ])
  return tableOf(rows, [
    ['Entity', ({ entity }) => entityLink(site, page, entity.name)],
    ['What', ({ what }) => what],
    ['Why it cannot be deleted', ({ why }) => why],
  ])
}

interface Stuck {
  readonly entity: Entity
  readonly what: Inline
  readonly why: Inline
}

function foreverRows(site: Site, entity: Entity, fields: readonly PartOccurrence[]): readonly Stuck[] {
  return (['postgres', 'mongo'] as const).flatMap((store): readonly Stuck[] => {
    if (!staysForEver(entity, store)) return []
    const held = fields.filter(({ part }) => part === store)
    if (held.length === 0) return []
    const what = joined(held.map((occurrence) => occurrenceLink(site, page, occurrence)))
    return [{ entity, what, why: foreverReason(entity, store) }]
  })
}

function lockedRows(site: Site, entity: Entity): readonly Stuck[] {
  return (entity.s3?.objects ?? []).flatMap(({ bucket, name }): readonly Stuck[] => {
    const { lock } = bucketNamed(site.model, bucket)
    if (lock === undefined) return []
    const what: Inline = ['object ', objectLink(site, page, entity.name, name), ', which may hold it too']
    const place = linkTo(page, code(bucket), site.bucket(bucket))
    const byWhom = lock.mode === 'compliance' ? 'nobody' : 'nobody without a special permission'
    return [
      {
        entity,
        what,
        why: ['The bucket ', place, ` locks it for ${lockWords(lock)}: ${byWhom} can remove it earlier.`],
      },
    ]
  })
}

/** Objects of the records that hold personal data: what is in a file the spec does not classify. */
export function objectTable(site: Site, personal: readonly PartOccurrence[]): Table | undefined {
  const rows = [...byEntity(personal).keys()].flatMap((entity) =>
    (entity.s3?.objects ?? []).map((object) => ({ entity, object })),
  )
  return tableOf(rows, [
    ['Entity', ({ entity }) => entityLink(site, page, entity.name)],
    ['Object', ({ entity, object }) => objectLink(site, page, entity.name, object.name)],
    ['Bucket', ({ object }) => linkTo(page, code(object.bucket), site.bucket(object.bucket))],
    ['Kept', ({ object }) => objectKept(site.model, object)],
  ])
}

function byEntity(occurrences: readonly PartOccurrence[]): ReadonlyMap<Entity, readonly PartOccurrence[]> {
  const found = new Map<Entity, PartOccurrence[]>()
  for (const occurrence of occurrences) {
    const known = found.get(occurrence.entity)
    if (known === undefined) found.set(occurrence.entity, [occurrence])
    else known.push(occurrence)
  }
  return found
}
