import { createHash } from 'node:crypto'
import { hasSplitWork } from '../collect/internal-tables.ts'
import { namedByOperations } from '../collect/live-intents.ts'
import { objectKeys } from '../keys/object-keys.ts'
import type { ObjectHead } from '../stores/objects.ts'
import type { Check } from './check.ts'
import { type Finding, type FindingCode, findingOf } from './finding.ts'
import { inParallel } from './in-parallel.ts'

/** A pointer to an object, and whose it is. */
export interface PointedObject {
  readonly member: string
  /** As the description calls it: `narrative`. */
  readonly object: string
  readonly key: string
  readonly refId: string
  /** The public id of the record's tenant. */
  readonly tenant: string | null
  readonly field: string
  /** What the record itself says of its object, where it says something. */
  readonly sha256?: string
  readonly size?: number
  /** Whether the record is so young that its operation may be under way. */
  readonly isYoung: boolean
  /** Whether the pointer stands there still. */
  isCurrent(): Promise<boolean>
}

/** What was noted of an object when it was written. */
interface Note {
  readonly bucket: string
  readonly key: string
  readonly sha256: string
  readonly size: string
  readonly content_type: string
  readonly version_id: string | null
}

/** Looks at the object behind each pointer, and at its bytes where that was asked for. */
export async function checkPointedObjects(
  check: Check,
  pointed: readonly PointedObject[],
): Promise<readonly Finding[]> {
  if (pointed.length === 0) return []
  const notes = await notesOf(check, pointed)
  const found = await inParallel(pointed, check.deep ? 4 : 16, (one) => checkPointed(check, one, notes))
  return found.flat()
}

async function notesOf(check: Check, pointed: readonly PointedObject[]): Promise<ReadonlyMap<string, Note>> {
  if (!hasSplitWork(check.stores.description)) return new Map()
  const rows = await check.read<Note>(
    `select stored.bucket, stored.key, stored.sha256::text, stored.size::text, stored.content_type, stored.version_id
     from stowage.stored_objects as stored
     join unnest($1::text[], $2::text[]) as asked (bucket, key) on asked.bucket = stored.bucket and asked.key = stored.key`,
    [pointed.map((one) => bucketOf(check, one)), pointed.map(({ key }) => key)],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

function bucketOf({ stores }: Check, { member, object }: PointedObject): string {
  return stores.description.entities[member]?.objects[object]?.bucket ?? ''
}

async function checkPointed(
  check: Check,
  pointed: PointedObject,
  notes: ReadonlyMap<string, Note>,
): Promise<readonly Finding[]> {
  const { entities } = check.stores.description
  const { key, refId, tenant, field, member } = pointed
  const bucket = bucketOf(check, pointed)
  const of = (code: FindingCode): Finding =>
    findingOf(code, {
      entity: entities[member]?.name ?? member,
      refId,
      ...(tenant === null ? {} : { tenant }),
      field,
      bucket,
      key,
    })
  const misled = keyFinding(check, pointed)
  if (misled !== undefined) return (await pointed.isCurrent()) ? [of(misled)] : []
  const note = notes.get(key)
  const place = {
    bucket: check.stores.bucket(bucket),
    key,
    ...(note?.version_id == null ? {} : { versionId: note.version_id }),
  }
  const head = await check.stores.objects.head(place)
  check.objects += 1
  if (head === undefined) {
    // Between the pointer and this look an update may have replaced both.
    const isGone = (await pointed.isCurrent()) && (await check.stores.objects.head(place)) === undefined
    return isGone ? [of('fsck/dangling-object')] : []
  }
  if (note === undefined) {
    // Without PostgreSQL nothing is noted.
    if (!hasSplitWork(check.stores.description)) return []
    // The document of a record may be there before its commit is.
    const isUnderWay = pointed.isYoung || (await namedByOperations(check.stores, [key])).has(key)
    return isUnderWay ? [] : [of('fsck/unrecorded-object')]
  }
  const wrong = compare(pointed, note, head)
  if (wrong.length === 0 && check.deep && (await digestOf(check, place)) !== note.sha256)
    wrong.push('fsck/corrupt-object')
  return wrong.map(of)
}

/** What is wrong with a key by itself. */
function keyFinding({ stores }: Check, { member, object, key, refId, tenant }: PointedObject): FindingCode | undefined {
  const { tenancy, entities } = stores.description
  const described = entities[member]?.objects[object]
  const read = described === undefined ? undefined : objectKeys(described, tenancy?.parameter).parse(key)
  if (read === undefined) return 'fsck/wrong-key'
  const owner = tenancy === undefined ? undefined : read[tenancy.parameter]
  if (owner !== undefined && owner !== tenant) return 'fsck/foreign-object'
  return read.refId === undefined || read.refId === refId ? undefined : 'fsck/wrong-key'
}

function compare({ sha256, size }: PointedObject, note: Note, head: ObjectHead): FindingCode[] {
  const wrong: FindingCode[] = []
  if (head.size !== Number(note.size)) wrong.push('fsck/wrong-size')
  if (head.sha256 !== undefined && head.sha256 !== note.sha256) wrong.push('fsck/wrong-hash')
  if (mediaType(head.contentType) !== mediaType(note.content_type)) wrong.push('fsck/wrong-content-type')
  const saysOther =
    (sha256 !== undefined && sha256 !== note.sha256) || (size !== undefined && size !== Number(note.size))
  if (saysOther) wrong.push('fsck/wrong-record')
  return wrong
}

/** Without parameters such as a character set. */
function mediaType(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase()
}

async function digestOf(
  check: Check,
  place: { readonly bucket: string; readonly key: string },
): Promise<string | undefined> {
  const found = await check.stores.objects.get(place)
  if (found === undefined) return undefined
  const hash = createHash('sha256')
  for await (const chunk of found.body) {
    hash.update(chunk)
    check.bytes += chunk.byteLength
  }
  return hash.digest('hex')
}
