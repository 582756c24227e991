/** What a person can still read in one picture. */
export const legible = {
  entities: 40,
  collections: 24,
  domains: 60,
  /** Names listed within the box of a domain. */
  namesInBox: 12,
} as const
