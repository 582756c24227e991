import type { Upload } from '@stowage/runtime'
import type { RefId } from '../ids.ts'
import type { RevisionOption, RootOf } from './inputs.ts'
import type { ComposedKind, IdempotencyOption, SplitKind } from './split.ts'

/** The kind of records that have bytes. */
export interface ObjectKind extends SplitKind {
  /** The bodies of an input by member. */
  readonly objects: object
}

/** What an upload will be: the signature holds for these and nothing else. */
export interface UploadOptions {
  /** Bytes. */
  readonly size: number
  /** Hexadecimal. */
  readonly sha256?: string
  /** The spec's, where it is absent. */
  readonly contentType?: string
}

/** Where and how to upload: a PUT to the URL with these headers. */
export interface UploadTarget extends Upload {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** One object of an entity's records. */
export interface ObjectReads<Kind extends SplitKind> {
  /** A URL that gives the bytes to whoever has it, for as long as the spec says. */
  contentUrl(refId: RefId<Kind['name']>, options?: { readonly fileName?: string }): Promise<string>
  /** @throws Missing; Corrupt, after the last piece, where the bytes are not those that were written */
  stream(refId: RefId<Kind['name']>): AsyncIterable<Uint8Array>
  bytes(refId: RefId<Kind['name']>): Promise<Uint8Array>
  text(refId: RefId<Kind['name']>): Promise<string>
}

/** One object of records that may be given another. */
export interface ObjectHandle<Kind extends SplitKind> extends ObjectReads<Kind> {
  /** For an upload past the application, which is attached when it is done. */
  uploadUrl(refId: RefId<Kind['name']>, options: UploadOptions): Promise<UploadTarget>
  /** Looks at what was uploaded and lets the record point to it. */
  attach(
    refId: RefId<Kind['name']>,
    upload: Upload,
    options?: RevisionOption & IdempotencyOption,
  ): Promise<RootOf<Kind>>
}

export interface ContentUrls<Kind extends ObjectKind> {
  /**
   * Metadata first, then the key, then a URL that gives the bytes to whoever has it.
   *
   * @param object needed where there are several
   */
  contentUrl(refId: RefId<Kind['name']>, object?: keyof Kind['objects'] & string): Promise<string>
}

type ObjectsOf<Composed> = Extract<Composed[keyof Composed], ObjectKind>['objects']

/** Of rows whose bytes lie with another record, which they point to. */
export interface ComposedContent<Kind extends ComposedKind> {
  /**
   * Metadata first, then the key, then a URL that gives the bytes to whoever has it.
   *
   * @param object needed where there are several
   */
  contentUrl(refId: RefId<Kind['name']>, object?: keyof ObjectsOf<Kind['composed']> & string): Promise<string>
}
