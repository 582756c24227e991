/** What a spec may cost at most. Each is part of the language: docs/language.md names them. */
export const limits = {
  /** Of one file, in bytes of UTF-8. */
  bytes: 1_048_576,
  /** Of mappings and lists in one another. */
  depth: 64,
  /** Uses of aliases in one file. */
  aliases: 100,
  /** Nodes that all aliases of a file stand for together: what refuses a "billion laughs" of few aliases. */
  aliasedNodes: 50_000,
  /** Of one spec. */
  files: 2_000,
} as const
