import type { BucketApi } from './bucket-api.ts'
import type { BucketDescription } from './description.ts'

/** One side of a bucket that is read, compared and set by itself. */
export interface Aspect {
  /** As reports call it: `public access block`. */
  readonly name: string
  /** The codes by which a server says that nothing is set. */
  readonly absent: readonly string[]
  /** In what a bucket differs from its description; nothing where it does not. @throws what the client throws. */
  look(api: BucketApi, wanted: WantedBucket): Promise<readonly Finding[]>
  /** In what a bucket differs for which nothing is set. */
  withNothing(wanted: WantedBucket): readonly Finding[]
  /** In what a bucket will differ right after it is made. */
  ofNew(wanted: WantedBucket): readonly Finding[]
}

export interface AspectDefinition<Value> extends Pick<Aspect, 'name' | 'absent'> {
  /** `undefined`: nothing is set. */
  read(api: BucketApi, bucket: string): Promise<Value | undefined>
  compare(wanted: WantedBucket, found: Value | undefined): readonly Finding[]
  /** What a new bucket comes with; nothing unless said. */
  given?(wanted: WantedBucket): Value | undefined
}

export function defineAspect<Value>({ name, absent, read, compare, given }: AspectDefinition<Value>): Aspect {
  return {
    name,
    absent,
    look: async (api, wanted) => compare(wanted, await read(api, wanted.name)),
    withNothing: (wanted) => compare(wanted, undefined),
    ofNew: (wanted) => compare(wanted, given?.(wanted)),
  }
}

/** A bucket as it is to be on this server. */
export interface WantedBucket {
  readonly description: BucketDescription
  /** Its real name. */
  readonly name: string
  /** Whether its policy is to deny requests without TLS. */
  readonly secureTransport: boolean
}

/** One thing in which a bucket differs. */
export interface Finding {
  readonly fact: string
  readonly wanted?: string
  readonly found?: string
  readonly help?: string
  /**
   * What is done about it. `add`: it is missing, or not as strict as described, and every apply sets it. `replace`: set only
   * where one may replace. `leave`: nothing can or should be done.
   */
  readonly remedy: 'add' | 'replace' | 'leave'
  /** Sets it. Findings that are set by one command share it. */
  readonly mend?: (api: BucketApi) => Promise<unknown>
}
