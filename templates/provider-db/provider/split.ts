import type { RefId } from '../ids.ts'
import type { RevisionOption, RootOf } from './inputs.ts'

/** What the types of an entity are made of whose records lie in more than one store. No value has this type. */
export interface SplitKind {
  readonly name: string
  readonly create: object
}

/** The kind of rows that may be made together with a record that they point to. */
export interface ComposedKind extends SplitKind {
  readonly composed: object
}

/** The kind of split records that change. */
export interface ChangingSplitKind extends SplitKind {
  readonly update: object
}

type DocumentPartOf<Kind> = Kind extends { readonly document: infer Document }
  ? { readonly document: Document }
  : unknown

type BytesOf<Kind> = Kind extends { readonly objects: infer Objects }
  ? { readonly objects: ObjectPartsOf<Objects> }
  : unknown

/** What is known of stored bytes, which were there with this digest when they were read. */
export interface ObjectFacts {
  readonly key: string
  /** Bytes. */
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly contentType: string
  readonly versionId?: string
}

type ObjectPartsOf<Objects> = {
  readonly [Member in keyof Objects]-?: Record<never, never> extends Pick<Objects, Member>
    ? ObjectFacts | null
    : ObjectFacts
}

/** A record with all of its parts. */
export type Whole<Kind extends SplitKind> = RootOf<Kind> & DocumentPartOf<Kind> & BytesOf<Kind>

/** A record with those that it points to, each with all of its parts. */
export type Composed<Kind extends ComposedKind> = RootOf<Kind> & {
  readonly [Member in keyof Kind['composed']]: Kind['composed'][Member] extends SplitKind
    ? Whole<Kind['composed'][Member]>
    : Whole<Extract<Kind['composed'][Member], SplitKind>> | null
}

/** Under the same key the same work is done once, however often it is tried; with another input it is a `Conflict`. */
export interface IdempotencyOption {
  readonly idempotencyKey?: string
}

export interface ComposedReads<Kind extends ComposedKind> {
  /**
   * The record with those that it points to, all parts of which were looked at.
   *
   * @throws Missing, Expired or Corrupt, which name the part
   */
  read(refId: RefId<Kind['name']>): Promise<Composed<Kind>>
}

export interface SplitReads<Kind extends SplitKind> {
  /**
   * The record with its parts, all of which were looked at.
   *
   * @throws Missing, Expired or Corrupt, which name the part
   */
  read(refId: RefId<Kind['name']>): Promise<Whole<Kind>>
}

/** `Owner`: what an input says beside: in the scope of the system, whose the record is to be. */
export interface SplitCreates<Kind extends SplitKind, Owner = unknown> {
  /**
   * Writes bytes and document first and the record last: whoever sees it sees all of it.
   *
   * @throws InvalidInput; TooLarge; WrongContentType; Conflict; Unavailable: try again with the same idempotency key
   */
  create(input: Kind['create'] & Owner, options?: IdempotencyOption): Promise<RootOf<Kind>>
}

export interface SplitUpdates<Kind extends ChangingSplitKind> {
  /**
   * Writes what is new beside what is there, then lets the record point to it.
   *
   * @throws Missing; InvalidInput; TooLarge; Conflict, with the present revision, where it is another record by now
   */
  update(
    refId: RefId<Kind['name']>,
    changes: Kind['update'],
    options?: RevisionOption & IdempotencyOption,
  ): Promise<RootOf<Kind>>
}

export interface SplitDeletes<Kind extends SplitKind> {
  /** @throws Missing; Conflict where other records refer to it, or where it is another one by now */
  delete(refId: RefId<Kind['name']>, options?: RevisionOption & IdempotencyOption): Promise<void>
}

/** Where a record that is deleted is kept and left out, until it is purged. */
export interface SplitRestores<Kind extends SplitKind> {
  /** @throws Missing where no such record is deleted; Conflict where something of it is taken by now */
  restore(refId: RefId<Kind['name']>): Promise<RootOf<Kind>>
  /** Removes for good what is deleted already; bytes and documents go after the grace period. */
  purge(refId: RefId<Kind['name']>, options?: IdempotencyOption): Promise<void>
}
