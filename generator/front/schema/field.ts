import { logicalName, physicalName } from './forms.ts'
import {
  either,
  filled,
  flag,
  formed,
  type JsonObject,
  list,
  mapping,
  named,
  text,
  use,
  whole,
  word,
} from './json-schema.ts'

const unique: JsonObject = either(
  {
    description: 'No two records have the same value: per tenant and among live records, unless it says otherwise.',
    examples: [true, { scope: 'global', deleted: 'counted' }],
  },
  { type: 'boolean' },
  mapping(
    { description: 'Where and among which records the value is unique.', examples: [{ scope: 'global' }] },
    {
      scope: word('Unique within a tenant, or in the whole store.', ['tenant', 'global'], { default: 'tenant' }),
      deleted: word('Whether a deleted record blocks its value.', ['ignored', 'counted'], { default: 'ignored' }),
    },
    { minProperties: 1 },
  ),
)

const longForm: JsonObject = mapping(
  {
    description: 'A field in its long form: its type and what else is to be said of it.',
    examples: [{ type: 'int', default: 0, min: 0 }],
  },
  {
    type: text(
      'What the field holds: a scalar, an enum, a value type, `ref(Entity)`, `key(object)` or `part(mongo)`; then `[]` for a list, then `?` for optional.',
      'string(120)',
      'ref(User)?',
    ),
    length: whole('Most characters of a `string`; the same as `string(120)`.', 120, {
      minimum: 1,
      maximum: 10_485_760,
    }),
    precision: whole('Digits of a `decimal` in all; the same as the first number of `decimal(12,2)`.', 12, {
      minimum: 1,
      maximum: 1_000,
    }),
    scale: whole('Digits of a `decimal` after its point; the same as the second number of `decimal(12,2)`.', 2, {
      minimum: 0,
      maximum: 1_000,
    }),
    list: flag('Whether it is a list; the same as `[]` after the type.'),
    optional: flag('Whether it may be empty; the same as `?` after the type.'),
    primary: flag('The primary key. It never leaves PostgreSQL.'),
    public_id: flag('The id by which other stores, URLs and people know the record; all its parts share it.'),
    default: {
      description: "A constant, an enum's value, `now`, `uuid7`, `ulid`, or `[]` for a list.",
      examples: ['now', 0, false, []],
      type: ['string', 'number', 'boolean', 'array'],
      maxItems: 0,
    },
    min: { description: 'The smallest number, or the fewest characters of a text.', examples: [0], type: 'number' },
    max: { description: 'The greatest number, or the most characters of a text.', examples: [100], type: 'number' },
    pattern: text(
      'A regular expression the whole value must match, read alike by PostgreSQL and JavaScript. Put it in single quotes.',
      '^[a-z0-9-]+$',
    ),
    unique,
    lookup: word(
      'Found by this value before its tenant is known, as at a sign-in: a function of PostgreSQL gives the ids of tenant and record.',
      ['global'],
    ),
    immutable: flag('Never changes once it is written.'),
    on_update: word('What the store does to it whenever the record changes: set it to the time, or count it up.', [
      'now',
      'increment',
    ]),
    on_delete: word(
      'What happens to this record when the one it refers to is purged.',
      ['restrict', 'cascade', 'set_null'],
      { default: 'restrict' },
    ),
    on_soft_delete: word(
      'What happens to this record when the one it refers to is marked as deleted.',
      ['restrict', 'cascade'],
      { default: 'restrict' },
    ),
    inverse: formed(
      {
        description: 'What the reference is called from the other side: the list of records that refer to one.',
        examples: ['invoices'],
      },
      logicalName,
    ),
    name: formed(
      {
        description: 'The name in the store, where it is not the one that the conventions give.',
        examples: ['legacy_no'],
      },
      physicalName,
    ),
    was: formed({ description: 'Its former name, so that a rename moves the data.', examples: ['title'] }, logicalName),
    classify: word(
      "Who may see the value: anybody, the people who run the system, only who needs this person's data, nobody. The map of personal data lists it, and no key in S3 may hold `pii` or `secret`.",
      ['public', 'internal', 'pii', 'secret'],
    ),
    about: text('What the field means, in one sentence: it becomes its documentation.', 'When the invoice was sent.'),
  },
  { required: ['type'] },
)

/** What can be said of a field beside its name. */
export const fieldKeys: ReadonlySet<string> = new Set(Object.keys(longForm.properties ?? {}))

/** One field, short or long. */
export const field: JsonObject = either(
  {
    description: 'A field: its type, or a mapping with `type` and more.',
    examples: ['string(120)', { type: 'int', default: 0 }],
  },
  { ...filled, description: 'The type.', examples: ['timestamp?'] },
  longForm,
)

/** The fields of a part, a mixin or a value type, in the order of the output. */
export const fields: JsonObject = named(
  {
    description: 'Fields by name, in the order they are to have.',
    examples: [{ name: 'string(120)', paid_on: 'timestamp?' }],
  },
  logicalName,
  use('field'),
)

/** Fields a record is found by. */
export function fieldNames(description: string, rest: JsonObject): JsonObject {
  return list({ description, examples: [['status', 'position']] }, logicalName, { uniqueItems: true, ...rest })
}
