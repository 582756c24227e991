/** What may be wrong with data that lies in several stores. */
export type FindingCode =
  /** A row or a document names a document that is not there. */
  | 'fsck/dangling-document'
  /** A pointer names an object that is not there. */
  | 'fsck/dangling-object'
  /** A document names a record by its public id, and there is none. */
  | 'fsck/dangling-reference'
  /** A pointer leads to another tenant's document, object or record. */
  | 'fsck/foreign-document'
  | 'fsck/foreign-object'
  | 'fsck/foreign-reference'
  /** A document or object of a tenant that is not there. */
  | 'fsck/unknown-tenant'
  /** A pointer leads to a part of another record of the tenant. */
  | 'fsck/wrong-part'
  /** A key that the path of its object does not allow. */
  | 'fsck/wrong-key'
  /** The object is not as long as what was written, has another digest or media type beside it, or other bytes. */
  | 'fsck/wrong-size'
  | 'fsck/wrong-hash'
  | 'fsck/wrong-content-type'
  | 'fsck/corrupt-object'
  /** What the record says of its object is not what was noted when it was written. */
  | 'fsck/wrong-record'
  /** Nothing was noted of an object when it was written, so that it cannot be verified. */
  | 'fsck/unrecorded-object'
  /** PostgreSQL knows an object as live, and the pointer to it is lost. */
  | 'fsck/lost-pointer'
  /** Nothing points to it, and no operation is under way that will. */
  | 'fsck/leftover-document'
  | 'fsck/leftover-object'
  | 'fsck/leftover-record'
  /** An object that no path of the spec could have. */
  | 'fsck/stray-object'
  /** Rows lie in a default partition: theirs was not made in time. */
  | 'fsck/default-partition'
  /** What a life cycle has moved has not come to the audit log. */
  | 'fsck/undelivered'
  /** Leftovers of operations that the collector should have taken. */
  | 'fsck/uncollected'
  /** An operation that can neither be taken back nor finished by anybody but its caller. */
  | 'fsck/stuck-operation'

/** One thing that is wrong. Holds names and public ids, no value of a field. */
export interface Finding {
  readonly code: FindingCode
  readonly message: string
  /** What to do. */
  readonly advice: string
  /** As the spec calls it: `Strategy`. */
  readonly entity?: string
  /** The public ids of the record and of its tenant. */
  readonly refId?: string
  readonly tenant?: string
  /** Where the pointer stands. */
  readonly field?: string
  /** `_id` of the document. */
  readonly document?: string
  /** The spec's name of the bucket, and the key. */
  readonly bucket?: string
  readonly key?: string
  /** How many, where one finding stands for several. */
  readonly count?: number
  /** What became of it where repairs were asked for; `kept`: a lock, a pointer or a missing grant was in the way. */
  readonly repair?: 'done' | 'kept'
}

/** What there is to say of a code, beside what a finding names. */
const texts: Readonly<Record<FindingCode, readonly [message: string, advice: string]>> = {
  'fsck/dangling-document': ['points to a document that is not there', 'Restore the collection, or clear the pointer.'],
  'fsck/dangling-object': ['points to an object that is not there', 'Restore the object from a version or a backup.'],
  'fsck/dangling-reference': ['names a record that is not there', 'Restore the record, or remove the document.'],
  'fsck/foreign-document': ["points to another tenant's document", 'Find out who wrote it; then correct the pointer.'],
  'fsck/foreign-object': ["points to another tenant's object", 'Find out who wrote it; then correct the pointer.'],
  'fsck/foreign-reference': ["names another tenant's record", 'Find out who wrote it; then correct the document.'],
  'fsck/unknown-tenant': ['belongs to a tenant that is not there', 'Restore the tenant, or erase what is left of it.'],
  'fsck/wrong-part': ["points to another record's document", 'Correct the pointer; a restore mixed the two up.'],
  'fsck/wrong-key': ['has a key that its path does not allow', 'Correct the pointer, or move the object to its key.'],
  'fsck/wrong-size': ['has an object of another size', 'Restore the object from a version or a backup.'],
  'fsck/wrong-hash': ['has an object with another digest', 'Restore the object from a version or a backup.'],
  'fsck/wrong-content-type': [
    'has an object of another media type',
    'Copy the object onto itself with the right type.',
  ],
  'fsck/corrupt-object': ['has an object with other bytes', 'Restore the object from a version or a backup.'],
  'fsck/wrong-record': [
    'says something else of its object than was noted',
    'Compare both with the bytes; correct the wrong one.',
  ],
  'fsck/unrecorded-object': ['has an object of which nothing was noted', 'Write it anew through the data layer.'],
  'fsck/lost-pointer': [
    'has an object that PostgreSQL knows as live and nothing points to',
    'Restore what pointed to it; the object stays where it is.',
  ],
  'fsck/leftover-document': ['is a document that nothing points to', 'Remove it: stowage fsck --repair'],
  'fsck/leftover-object': ['is an object that nothing points to', 'Remove it: stowage fsck --repair'],
  'fsck/leftover-record': ['is gone, and its object was not forgotten', 'Remove it: stowage fsck --repair'],
  'fsck/stray-object': [
    'is an object that the spec has no path for',
    'Find out who put it there; it is never removed here.',
  ],
  'fsck/default-partition': [
    'has rows in its default partition',
    'Run stowage.ensure_partitions() each day; its warning says how to move the rows.',
  ],
  'fsck/undelivered': ['has moves that did not come to the audit log', 'Run the relay: provider.relay.drain()'],
  'fsck/uncollected': ['has leftovers that nobody has collected', 'Run the collector: provider.collect()'],
  'fsck/stuck-operation': [
    'has an operation under a lock that did not come to its end',
    'Call it again with the same idempotency key; once no lock keeps its bytes: stowage fsck --repair',
  ],
}

/** A finding with the texts of its code. */
export function findingOf(code: FindingCode, facts: Omit<Finding, 'code' | 'message' | 'advice'>): Finding {
  const [text, advice] = texts[code]
  return { code, message: `${subject(facts)} ${text}`, advice, ...facts }
}

function subject({ entity, refId, field, key, document }: Omit<Finding, 'code' | 'message' | 'advice'>): string {
  const record = [entity, refId].filter((part) => part !== undefined).join(' ')
  if (record !== '') return field === undefined ? record : `${record}: ${field}`
  return key ?? document ?? 'the database'
}
