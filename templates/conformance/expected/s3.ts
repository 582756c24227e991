import { factsOfDomains } from './domains.ts'
import type { BucketFact, ObjectFact } from './facts.ts'
import { factsIn } from './read.ts'

/** Every kind of object. */
export const objects: readonly ObjectFact[] = factsOfDomains<{ readonly objects: readonly ObjectFact[] }>().flatMap(
  (domain) => domain.objects,
)

/** Every bucket. */
export const { buckets } = factsIn<{ readonly buckets: readonly BucketFact[] }>('s3.json')
