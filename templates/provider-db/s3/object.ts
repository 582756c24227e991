import type { ObjectKey } from '../ids.ts'
import type { BucketDescription } from '../live/s3/description.ts'
import type { KeyPath } from './path.ts'

/** What is known of one kind of object. */
export interface StoredObject<Name extends string, Parameters extends object> {
  readonly name: Name
  readonly bucket: BucketDescription
  /** The media type it is stored and served with. */
  readonly contentType: string
  /** The most bytes it may have. */
  readonly maxBytes: number
  /** `once`: staged, copied under the bucket's lock, never replaced. `versions`: each attempt has a key of its own. */
  readonly write: 'once' | 'versions'
  /** How long a pre-signed URL for it lives. */
  readonly presignSeconds: number
  /** The key's shape, for people: `tenants/{tenant}/reports/{refId}/{object}.pdf`. */
  readonly template: string
  /** @throws InvalidKeyError where a parameter is not what its place demands. */
  key(parameters: Parameters): ObjectKey<Name>
  /** The inverse of `key`: `undefined` for a key that is not of this object. */
  parse(key: string): Parameters | undefined
}

export interface ObjectDefinition<Name extends string, Parameters extends object>
  extends Omit<StoredObject<Name, Parameters>, 'template' | 'key' | 'parse'> {
  readonly path: KeyPath<Parameters>
}

export function defineObject<Name extends string, Parameters extends object>(
  definition: ObjectDefinition<Name, Parameters>,
): StoredObject<Name, Parameters> {
  const { path, ...described } = definition
  return Object.freeze({
    ...described,
    template: path.template,
    key: (parameters: Parameters) => path.build(parameters) as ObjectKey<Name>,
    parse: (key: string) => path.parse(key),
  })
}
