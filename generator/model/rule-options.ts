import { pairsOption, type RuleOption, wholeOption, wordsOption } from './rule-option.ts'

/**
 * The options of the rules that come with the compiler. They stand here, below the language, because the language's schema
 * names each of them; a rule lists its own and asks for their values.
 */
export const maxCharacters: RuleOption<number> = wholeOption({
  rule: 'placement/large-text-in-postgres',
  name: 'max_characters',
  summary: 'A text that may have more characters than this is a document rather than a column.',
  // About one screen and a half of prose.
  default: 4_000,
  minimum: 1,
  maximum: 10_485_760,
})

export const maxRowBytes: RuleOption<number> = wholeOption({
  rule: 'placement/large-text-in-postgres',
  name: 'max_row_bytes',
  summary: 'Rows with documents in them may have so many bytes on average.',
  // From about this size on, a value leaves its row for the TOAST table and is read piece by piece.
  default: 2_000,
  minimum: 1,
  maximum: 1_073_741_824,
})

export const manyRecords: RuleOption<number> = wholeOption({
  rule: 'placement/append-log-in-postgres',
  name: 'many_records',
  summary: 'From so many records for each tenant and month on, a log is most of what a database holds.',
  default: 50_000,
  minimum: 1,
  maximum: 1_000_000_000,
})

export const manyReferences: RuleOption<number> = wholeOption({
  rule: 'placement/relational-in-mongo',
  name: 'many_references',
  summary: 'So many references to other entities make a record one that somebody will want to join.',
  default: 3,
  minimum: 1,
  maximum: 1_000,
})

export const maxKeyBytes: RuleOption<number> = wholeOption({
  rule: 's3/key-too-long',
  name: 'max_bytes',
  summary: 'The longest key, in bytes. S3 allows 1,024; what stands before it in a gateway or a backup may allow less.',
  default: 1_024,
  minimum: 64,
  maximum: 1_024,
})

export const verbs: RuleOption<ReadonlyMap<string, string>> = pairsOption({
  rule: 'naming/user-ref-suffix',
  name: 'verbs',
  summary:
    'What people at work did, for words that the compiler does not know: a field `curator` is renamed to `curated_by`.',
  default: new Map(),
  example: ['curator', 'curated'],
})

/** What can be asked to have an `about`. */
export const describedKinds = ['entities', 'fields', 'enums', 'value_types', 'objects'] as const

export const aboutKinds: RuleOption<readonly string[]> = wordsOption({
  rule: 'docs/missing-about',
  name: 'kinds',
  summary: 'What must say in a line what it is about.',
  default: describedKinds,
  words: describedKinds,
})

/** All of them, by rule and name in the order of the codes. */
export const ruleOptions: readonly RuleOption[] = [
  verbs,
  maxCharacters,
  maxRowBytes,
  manyRecords,
  manyReferences,
  maxKeyBytes,
  aboutKinds,
]
