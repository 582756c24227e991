import type { BucketDescription } from '../live/s3/catalog/s3/description.ts'
import { factsIn } from './read.ts'

/** Every bucket, as the server describes it. */
export const { described } = factsIn<{ readonly described: readonly BucketDescription[] }>('s3.json')
