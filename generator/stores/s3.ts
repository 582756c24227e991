/** What S3 holds. */
export const s3Limits = {
  /** Longest key, in bytes of UTF-8. */
  keyBytes: 1_024,
  /** Shortest and longest name of a bucket. */
  bucketName: { min: 3, max: 63 },
} as const
